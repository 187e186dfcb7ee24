package org.pressmark.extract;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Says which elements a reader does not see, as far as the page itself tells. */
final class Hidden {
    private static final Set<String> CLASSES = Set.of(
            "sr-only",
            "visually-hidden",
            "visuallyhidden",
            "visually_hidden",
            "screen-reader-text",
            "screen-reader",
            "screen-reader-only",
            "screenreader-only",
            "screenreader",
            "sronly",
            "u-visually-hidden",
            "is-visually-hidden",
            "element-invisible",
            "hidden-print-only",
            "print-only",
            "only-print",
            "noscreen",
            "no-display",
            "d-none",
            "is-hidden",
            "u-hidden",
            "offscreen",
            "off-screen",
            "a11y-hidden",
            "hidden");

    private Hidden() {}

    static boolean is(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found")) {
            return true;
        }
        String style = element.attr("style");
        if (!style.isEmpty() && style.length() < 4000) {
            String flat = style.toLowerCase(Locale.ROOT).replace(" ", "");
            if (flat.contains("display:none") || flat.contains("visibility:hidden")) {
                return true;
            }
        }
        if (element.attr("aria-hidden").equalsIgnoreCase("true")
                && !element.normalName().equals("body")) {
            return true;
        }
        String names = element.attr("class");
        if (names.isEmpty() || names.length() > 600) {
            return false;
        }
        boolean responsive = names.contains(":block")
                || names.contains(":flex")
                || names.contains("-block")
                || names.contains("-flex");
        return !responsive && Elements.classed(names, CLASSES);
    }

    /** True for what AMP shows until, or unless, the element above it works. */
    static boolean standIn(Element element) {
        Element parent = element.parent();
        return parent != null
                && parent.normalName().startsWith("amp-")
                && (element.hasAttr("fallback") || element.hasAttr("placeholder") || element.hasAttr("overflow"));
    }
}

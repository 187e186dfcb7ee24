package org.pressmark.replay;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** What a reader of the page does not see. */
final class Hidden {
    private static final Set<String> NEVER_SHOWN = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "head",
            "title",
            "meta",
            "link",
            "base",
            "svg",
            "canvas",
            "map",
            "area",
            "param",
            "source",
            "track",
            "datalist",
            "rp",
            "noembed",
            "colgroup",
            "col",
            "object");

    private Hidden() {}

    static boolean is(Element element) {
        String name = element.normalName();
        if (NEVER_SHOWN.contains(name)) {
            return !(name.equals("object") && element.hasText());
        }
        if (element.hasAttr("hidden") && !element.attr("hidden").equalsIgnoreCase("until-found")) {
            return true;
        }
        if (name.equals("dialog") && !element.hasAttr("open")) {
            return true;
        }
        return element.hasAttr("style") && styledAway(element.attr("style"));
    }

    private static boolean styledAway(String style) {
        String tight = style.toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace("\t", "")
                .replace("\n", "");
        return says(tight, "display:none") || says(tight, "visibility:hidden");
    }

    private static boolean says(String style, String words) {
        for (int at = style.indexOf(words); at >= 0; at = style.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || style.charAt(at - 1) == ';';
            if (begins && (end == style.length() || style.charAt(end) == ';' || style.charAt(end) == '!')) {
                return true;
            }
        }
        return false;
    }
}

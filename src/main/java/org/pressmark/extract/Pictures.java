package org.pressmark.extract;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;

/** Finds the address that a picture will have once a browser has loaded it. */
final class Pictures {
    private static final String[] LAZY = {
        "data-src", "data-original", "data-lazy-src", "data-full-src", "data-hi-res-src", "data-src-medium", "data-url"
    };

    private Pictures() {}

    /** The picture, unless it is a spacer, an icon or has no address. */
    static Optional<Block.Image> of(Element img) {
        if (small(img.attr("width")) || small(img.attr("height"))) {
            return Optional.empty();
        }
        String src = img.attr("src").strip();
        if (!usable(src)) {
            src = "";
            for (String name : LAZY) {
                if (src.isEmpty() && usable(img.attr(name).strip())) {
                    src = img.attr(name).strip();
                }
            }
        }
        if (src.isEmpty()) {
            src = fromSet(img.attr("srcset"));
        }
        if (src.isEmpty()) {
            src = fromSet(img.attr("data-srcset"));
        }
        Element parent = img.parent();
        if (src.isEmpty() && parent != null && parent.nameIs("picture")) {
            Element option = parent.selectFirst("source[srcset],source[data-srcset]");
            src = option == null
                    ? ""
                    : fromSet(option.hasAttr("srcset") ? option.attr("srcset") : option.attr("data-srcset"));
        }
        if (src.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.Image(Addresses.absolute(img.baseUri(), src), Text.tidy(img.attr("alt"))));
    }

    private static boolean usable(String src) {
        return !src.isEmpty() && !src.toLowerCase(Locale.ROOT).startsWith("data:") && !src.startsWith("about:");
    }

    private static String fromSet(String set) {
        String first = set.strip();
        int end = 0;
        while (end < first.length() && !Text.space(first.charAt(end))) {
            end++;
        }
        String src = first.substring(0, end);
        while (src.endsWith(",")) {
            src = src.substring(0, src.length() - 1);
        }
        return usable(src) ? src : "";
    }

    /** True for a width or height in pixels at which nothing is shown but an icon. */
    static boolean small(String size) {
        int value = 0;
        int digits = 0;
        while (digits < size.length() && digits < 5 && Character.isDigit(size.charAt(digits))) {
            value = value * 10 + Character.digit(size.charAt(digits), 10);
            digits++;
        }
        return digits > 0 && (digits == size.length() || size.endsWith("px")) && value < 60;
    }
}

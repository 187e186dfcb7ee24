package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Spellings of an address under which other programs may have indexed it: they differ in whether an apostrophe, a plus or a
 * mark-up ampersand stands for itself, so that one program's capture vanishes in the other's index.
 */
final class Spellings {
    private Spellings() {}

    /** The address as asked for first, then the others, likeliest first. */
    static List<String> of(String url) {
        List<String> out = new ArrayList<>(List.of(url));
        add(out, url.replace("'", "%27"));
        add(out, url.replace("%27", "'"));
        add(out, url.replace("+", "%20"));
        add(out, url.replace("%20", "+"));
        add(out, url.replace("&amp;", "&"));
        return out;
    }

    private static void add(List<String> out, String spelling) {
        if (!out.contains(spelling)) {
            out.add(spelling);
        }
    }
}

package org.pressmark.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stage of the fold: character references that stand literally in the text, once or doubly escaped. */
final class Entities {
    /** Twice escaped is met in the wild; deeper nesting is not worth the time. */
    private static final int ROUNDS = 3;

    private static final int LONGEST = 12;
    private static final Map<String, String> NAMED = named();

    private Entities() {}

    static FoldBuffer resolve(FoldBuffer input) {
        FoldBuffer current = input;
        for (int round = 0; round < ROUNDS; round++) {
            FoldBuffer next = once(current);
            if (next == current) {
                break;
            }
            current = next;
        }
        return current;
    }

    private static FoldBuffer once(FoldBuffer in) {
        if (!in.contains('&')) {
            return in;
        }
        FoldBuffer out = new FoldBuffer(in.length());
        boolean changed = false;
        int i = 0;
        while (i < in.length()) {
            int end = in.at(i) == '&' ? referenceEnd(in, i) : -1;
            String text = end < 0 ? null : value(in, i + 1, end);
            if (text == null) {
                out.copy(in, i++);
            } else {
                out.add(text, in, i, end + 1);
                changed = true;
                i = end + 1;
            }
        }
        return changed ? out : in;
    }

    private static int referenceEnd(FoldBuffer in, int start) {
        for (int i = start + 1; i < in.length() && i - start <= LONGEST; i++) {
            char c = in.at(i);
            if (c == ';') {
                return i;
            }
            if (c >= 128 || !(Character.isLetterOrDigit(c) || c == '#')) {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String value(FoldBuffer in, int from, int to) {
        StringBuilder name = new StringBuilder();
        for (int i = from; i < to; i++) {
            name.append(in.at(i));
        }
        if (name.length() == 0) {
            return null;
        }
        if (name.charAt(0) != '#') {
            return NAMED.get(name.toString());
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (code >= 0x80 && code <= 0x9F) {
                code = Windows1252.charOf(code);
            }
            boolean usable = code >= 32 && Character.isValidCodePoint(code) && !(code >= 0xD800 && code <= 0xDFFF);
            return usable ? Character.toString(code) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static Map<String, String> named() {
        Map<String, String> map = new HashMap<>();
        String latin =
                "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                        + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml"
                        + " Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde"
                        + " Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
                        + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide"
                        + " oslash ugrave uacute ucirc uuml yacute thorn yuml";
        char code = 0xA0;
        for (String name : latin.split(" ", -1)) {
            map.put(name, String.valueOf(code++));
        }
        String[] others = {
            "quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'", "lsquo", "\u2018", "rsquo", "\u2019", "sbquo",
            "\u201a", "ldquo", "\u201c", "rdquo", "\u201d", "bdquo", "\u201e", "lsaquo", "\u2039", "rsaquo", "\u203a",
            "ndash", "\u2013", "mdash", "\u2014", "hellip", "\u2026", "bull", "\u2022", "prime", "\u2032", "Prime",
            "\u2033", "trade", "\u2122", "euro", "\u20ac", "ensp", "\u2002", "emsp", "\u2003", "thinsp", "\u2009",
            "zwnj", "\u200c", "zwj", "\u200d", "lrm", "\u200e", "rlm", "\u200f", "OElig", "\u0152", "oelig", "\u0153",
            "Scaron", "\u0160", "scaron", "\u0161", "Yuml", "\u0178", "minus", "\u2212", "permil", "\u2030", "dagger",
            "\u2020", "Dagger", "\u2021", "frasl", "\u2044", "rarr", "\u2192", "larr", "\u2190", "horbar", "\u2015"
        };
        for (int i = 0; i < others.length; i += 2) {
            map.put(others[i], others[i + 1]);
        }
        return Map.copyOf(map);
    }
}

package org.pressmark.report;

/** What differs between two wordings in short: of long ones that begin or end alike, the place where they part. */
record Excerpt(String before, String after) {
    private static final String CUT = "…";
    /** Characters that are kept of what is alike, on either side. */
    private static final int AROUND = 24;

    /**
     * The two, each on one line of at most so many columns.
     *
     * @param before as archived
     * @param after as archived
     */
    static Excerpt of(String before, String after, int columns) {
        String from = Shown.line(before);
        String to = Shown.line(after);
        if (Math.max(Cells.width(from), Cells.width(to)) > columns) {
            int alike = alike(from, to);
            int end = alikeAtTheEnd(from, to, alike);
            int left = begin(from, alike);
            String head = left > 0 ? CUT : "";
            from = head + tail(from.substring(left), end);
            to = head + tail(to.substring(left), end);
        }
        return new Excerpt(Cells.fit(from, columns, CUT), Cells.fit(to, columns, CUT));
    }

    /** Words that keep their own direction among others (Unicode's first strong isolate). */
    static String apart(String words) {
        return "\u2068" + words + "\u2069";
    }

    /** How many characters both begin with. */
    private static int alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int i = 0;
        while (i < shorter && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    /** How many both end with, none of them counted at the beginning already. */
    private static int alikeAtTheEnd(String one, String other, int begin) {
        int shorter = Math.min(one.length(), other.length()) - begin;
        int i = 0;
        while (i < shorter && one.charAt(one.length() - 1 - i) == other.charAt(other.length() - 1 - i)) {
            i++;
        }
        return i;
    }

    /** Where to begin, so that some of what is alike stands before the difference: behind a space, else between letters. */
    private static int begin(String text, int alike) {
        int from = Math.max(0, alike - AROUND);
        int space = text.indexOf(' ', from);
        if (from == 0 || space >= 0 && space < alike) {
            return from == 0 ? 0 : space + 1;
        }
        return boundary(text, from);
    }

    private static String tail(String text, int alike) {
        int to = text.length() - alike + AROUND;
        if (alike <= AROUND) {
            return text;
        }
        int space = text.lastIndexOf(' ', to);
        int end = space > text.length() - alike ? space : boundary(text, to);
        return text.substring(0, end) + CUT;
    }

    private static int boundary(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}

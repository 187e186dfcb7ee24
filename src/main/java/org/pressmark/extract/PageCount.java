package org.pressmark.extract;

import java.util.HashSet;
import java.util.Set;

/** Reads lines such as {@code Page 2 of 5}, {@code Seite 2 von 5}, {@code 第2页/共5页}. */
final class PageCount {
    private static final Set<String> FORMS = new HashSet<>(Words.lines("page-of"));
    private static final int LONGEST = 40;
    private static final int MOST = 200;

    private PageCount() {}

    /** True where the whole line says that this is one of several pages. */
    static boolean in(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String line = Text.lower(Text.tidy(text));
        StringBuilder form = new StringBuilder();
        int most = 0;
        for (int i = 0; i < line.length(); ) {
            if (Character.isDigit(line.charAt(i))) {
                int number = 0;
                while (i < line.length() && Character.isDigit(line.charAt(i))) {
                    number = Math.min(MOST + 1, number * 10 + Character.digit(line.charAt(i), 10));
                    i++;
                }
                most = Math.max(most, number);
                form.append('0');
            } else {
                form.append(line.charAt(i));
                i++;
            }
        }
        return most > 1 && most <= MOST && FORMS.contains(bare(form.toString()));
    }

    /** Without brackets, dashes and stops at either end. */
    private static String bare(String form) {
        int from = 0;
        int to = form.length();
        while (from < to && !Character.isLetterOrDigit(form.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(form.charAt(to - 1))) {
            to--;
        }
        return form.substring(from, to);
    }
}

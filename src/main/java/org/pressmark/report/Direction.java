package org.pressmark.report;

import org.pressmark.model.Article;
import org.pressmark.model.Field;

/** Which way an article's script runs, by its letters: what a page states about it is missing or wrong too often. */
final class Direction {
    private static final int LOOKED_AT = 4_000;

    private Direction() {}

    /** Whether a line of text begins with a letter that is written from right to left. */
    static boolean rightToLeft(String line) {
        return line.codePoints()
                .map(Character::getDirectionality)
                .filter(way -> way == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || way == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .limit(1)
                .anyMatch(way -> way != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
    }

    /** {@code rtl} or {@code ltr}. */
    static String of(Article article) {
        String text = article.headline().map(Field::value).orElse("") + " " + article.body();
        int right = 0;
        int left = 0;
        int end = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i < end; i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> right++;
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> left++;
                default -> {}
            }
        }
        return right > left ? "rtl" : "ltr";
    }
}

package org.pressmark.text;

/** The code page in which UTF-8 is most often misread. Its five empty places are taken as C1 controls, as browsers do. */
final class Windows1252 {
    private static final String HIGH =
            "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
                    + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

    private Windows1252() {}

    /** The character of a byte 0–255. */
    static char charOf(int value) {
        return value >= 0x80 && value <= 0x9F ? HIGH.charAt(value - 0x80) : (char) value;
    }

    /** The byte of a character, −1 where the code page has none. */
    static int byteOf(char c) {
        if (c <= 0xFF) {
            return c;
        }
        int index = HIGH.indexOf(c);
        return index < 0 ? -1 : 0x80 + index;
    }
}

package org.pressmark.extract;

/** Tells listings of program text from prose that was set as typed: letters, poems, old press releases. */
final class Codes {
    private static final String SIGNS = "{}[]()<>=;|&$#\\/_*+";
    private static final double MANY = 0.04;
    private static final int LONG = 80;

    /** A line's number has so many digits at most. */
    private static final int DIGITS = 6;

    private Codes() {}

    /** True for a column of line numbers: nothing but numbers, each one more than that before. */
    static boolean lineNumbers(Piece piece) {
        int last = -1;
        for (String number : Text.tidy(piece.text()).split(" ", -1)) {
            if (number.isEmpty()
                    || number.length() > DIGITS
                    || !number.chars().allMatch(c -> c >= '0' && c <= '9')
                    || last >= 0 && Integer.parseInt(number) != last + 1) {
                return false;
            }
            last = Integer.parseInt(number);
        }
        return true;
    }

    /** True for a long piece in which the signs of programs are more than prose has. */
    static boolean listing(Piece piece) {
        if (piece.words() < LONG) {
            return false;
        }
        String text = piece.text();
        long signs = text.chars().filter(c -> SIGNS.indexOf(c) >= 0).count();
        return signs > MANY * text.length();
    }
}

package org.pressmark.extract;

/** Tells listings of program text from prose that was set as typed: letters, poems, old press releases. */
final class Codes {
    private static final String SIGNS = "{}[]()<>=;|&$#\\/_*+";
    private static final double MANY = 0.04;
    private static final int LONG = 80;

    private Codes() {}

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

package org.pressmark.compare;

/** The short names of witnesses: {@code A} to {@code Z}, then {@code A1} to {@code Z1}, {@code A2} … */
public final class Sigla {
    private static final int LETTERS = 26;

    private Sigla() {}

    /**
     * The siglum of a witness.
     *
     * @param index from 0
     */
    public static String of(int index) {
        String letter = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? letter : letter + index / LETTERS;
    }
}

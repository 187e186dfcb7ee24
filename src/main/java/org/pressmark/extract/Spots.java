package org.pressmark.extract;

import java.util.Arrays;

/** For each character of a piece's text, where it stands in the source. */
final class Spots {
    static final Spots NONE = new Spots(new int[0]);

    private final int[] at;

    Spots(int[] at) {
        this.at = at;
    }

    boolean known() {
        return at.length > 0;
    }

    /** The source position of a character. */
    int start(int index) {
        return at[Math.max(0, Math.min(index, at.length - 1))];
    }

    /** One past the source characters of the character before {@code index}; a character reference counts whole. */
    int end(String source, int index) {
        int last = start(index - 1);
        if (last >= source.length() || source.charAt(last) != '&') {
            return Math.min(source.length(), last + 1);
        }
        int stop = last + 1;
        while (stop < source.length()
                && stop < last + 34
                && (Character.isLetterOrDigit(source.charAt(stop)) || source.charAt(stop) == '#')) {
            stop++;
        }
        boolean closed = stop < source.length() && source.charAt(stop) == ';';
        return stop == last + 1 ? stop : closed ? stop + 1 : stop;
    }

    Spots part(int from, int to) {
        return known() ? new Spots(Arrays.copyOfRange(at, Math.min(from, at.length), Math.min(to, at.length))) : NONE;
    }

    /** Collects the positions while a text is put together. */
    static final class Builder {
        private int[] at = new int[64];
        private int size;

        void add(int position) {
            if (size == at.length) {
                at = Arrays.copyOf(at, size * 2);
            }
            at[size++] = position;
        }

        Spots part(int from, int to) {
            return new Spots(Arrays.copyOfRange(at, from, Math.min(to, size)));
        }

        void clear() {
            size = 0;
            if (at.length > 4096) {
                at = new int[64];
            }
        }
    }
}

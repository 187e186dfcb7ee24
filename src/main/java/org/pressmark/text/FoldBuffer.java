package org.pressmark.text;

import java.util.Arrays;

/** Characters, each with the stretch of the original that it stands for: what the stages of the fold hand on. */
final class FoldBuffer {
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    FoldBuffer(int capacity) {
        chars = new char[Math.max(16, capacity)];
        starts = new int[chars.length];
        ends = new int[chars.length];
    }

    static FoldBuffer of(String original) {
        FoldBuffer buffer = new FoldBuffer(original.length());
        for (int i = 0; i < original.length(); i++) {
            buffer.add(original.charAt(i), i, i + 1);
        }
        return buffer;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    void add(char c, int start, int end) {
        if (length == chars.length) {
            int capacity = length + (length >> 1) + 16;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = end;
        length++;
    }

    /** Adds text that stands for the characters {@code from..to} of another buffer. */
    void add(CharSequence text, FoldBuffer other, int from, int to) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i), other.starts[from], other.ends[to - 1]);
        }
    }

    void copy(FoldBuffer other, int index) {
        add(other.chars[index], other.starts[index], other.ends[index]);
    }

    /** Lets the last character stand for everything up to {@code end}. */
    void stretchLast(int end) {
        ends[length - 1] = Math.max(ends[length - 1], end);
    }

    void dropLast() {
        length--;
    }

    boolean contains(char c) {
        for (int i = 0; i < length; i++) {
            if (chars[i] == c) {
                return true;
            }
        }
        return false;
    }

    String text() {
        return new String(chars, 0, length);
    }

    int[] startsArray() {
        return Arrays.copyOf(starts, length);
    }

    int[] endsArray() {
        return Arrays.copyOf(ends, length);
    }
}

package org.pressmark.markup;

/**
 * How far bytes read as UTF-8.
 *
 * @param high bytes above 0x7F
 * @param sequences well-formed sequences of two bytes or more
 * @param broken places where UTF-8 is broken; a sequence cut off by the end counts for nothing
 */
record Utf8Count(int high, int sequences, int broken) {

    /** Counts in the first {@code most} bytes. */
    static Utf8Count of(byte[] bytes, int most) {
        int to = Math.min(bytes.length, most);
        int high = 0;
        int sequences = 0;
        int broken = 0;
        int i = 0;
        while (i < to) {
            int b = bytes[i];
            if (b >= 0) {
                i++;
                continue;
            }
            int length = length(b & 0xFF);
            int end = i + 1;
            while (end < to && end < i + length && (bytes[end] & 0xC0) == 0x80 && second(bytes, i, end)) {
                end++;
            }
            if (end == i + length) {
                sequences++;
            } else if (length == 0 || end < to) {
                broken++;
            }
            high += end - i;
            i = end;
        }
        return new Utf8Count(high, sequences, broken);
    }

    private static int length(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    /** Refuses overlong forms, surrogates and what lies beyond U+10FFFF (Unicode 15, table 3-7). */
    private static boolean second(byte[] bytes, int start, int at) {
        int lead = bytes[start] & 0xFF;
        int b = bytes[at] & 0xFF;
        if (at != start + 1) {
            return true;
        }
        return switch (lead) {
            case 0xE0 -> b >= 0xA0;
            case 0xED -> b < 0xA0;
            case 0xF0 -> b >= 0x90;
            case 0xF4 -> b < 0x90;
            default -> true;
        };
    }

    boolean valid() {
        return broken == 0 && sequences > 0;
    }

    /** A page in UTF-8 with some broken places, as when a teaser was cut in the middle of a letter. */
    boolean mostlyValid() {
        return sequences > 0 && sequences >= 4 * broken;
    }
}

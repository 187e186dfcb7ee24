package org.pressmark.replay;

import java.util.function.Consumer;

/**
 * Breaks text into lines no wider than a width: at spaces, at zero-width spaces, between Chinese and Japanese characters but
 * not before a closing or after an opening mark (JIS X 4051, in short); a word too long for a line where it must.
 */
final class LineBreaks {
    /** Marks that may not begin a line. */
    private static final String CLOSING = "、。，．・：；？！）］｝〕〉》」』】〙〗〟’”%‰℃…‥ー々〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;?!)]}»›";
    /** Marks that may not end a line. */
    private static final String OPENING = "（［｛〔〈《「『【〘〖〝‘“([{«‹";

    private LineBreaks() {}

    static void wrap(String text, String styles, int width, Consumer<StyledLine> sink) {
        int length = text.length();
        int start = skipSpaces(text, 0);
        while (start < length) {
            int end = line(text, start, width);
            sink.accept(new StyledLine(text.substring(start, end), styles.substring(start, end)).trimmed());
            start = skipSpaces(text, end);
        }
    }

    private static int skipSpaces(String text, int from) {
        int i = from;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\u200B')) {
            i++;
        }
        return i;
    }

    /** Where the line that begins at {@code start} ends. */
    private static int line(String text, int start, int width) {
        int length = text.length();
        int used = 0;
        int chance = -1;
        int i = start;
        while (i < length) {
            int next = Columns.next(text, i);
            char c = text.charAt(i);
            if (c == ' ' || c == '\u200B') {
                chance = i;
            } else {
                if (i > start && betweenIdeographs(text, i)) {
                    chance = i;
                }
                used += Columns.of(text, i, next);
                if (used > width) {
                    return chance > start ? chance : i == start ? next : i;
                }
                i = next;
                continue;
            }
            used += c == ' ' ? 1 : 0;
            i = next;
        }
        return length;
    }

    private static boolean betweenIdeographs(String text, int at) {
        int before = text.codePointBefore(at);
        int after = text.codePointAt(at);
        boolean near = ideograph(before) || ideograph(after);
        return near
                && before != '\u00A0'
                && after != '\u00A0'
                && before != '\u2060'
                && CLOSING.indexOf(after) < 0
                && OPENING.indexOf(before) < 0;
    }

    /** Characters between which lines may break; Korean, which has spaces, is left whole. */
    private static boolean ideograph(int c) {
        return (c >= 0x2E80 && c <= 0xA4CF && Columns.wide(c))
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0x20000 && c <= 0x3FFFD);
    }
}

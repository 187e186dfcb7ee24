package org.pressmark.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void plainTextPassesUntouched() {
        String text = "Zeile\n\tשלום مرحبا 日本 🙂 e\u0301 \u200Fx";
        assertSame(text, SafeText.escape(text));
    }

    @Test
    void escapeSequencesBecomeVisible() {
        assertEquals("a\\u001b[31mred\\u0007\\u009b0m\\u007f", SafeText.escape("a\u001b[31mred\u0007\u009b0m\u007f"));
        assertEquals("\\u000doverwrites", SafeText.escape("\roverwrites"));
        assertEquals("\\u0000\\u0008", SafeText.escape("\u0000\b"));
    }

    @Test
    void bidiOverridesBecomeVisible() {
        assertEquals("a\\u202eb\\u2066c\\u2069", SafeText.escape("a\u202Eb\u2066c\u2069"));
    }

    @Test
    void lineEndsOfWindowsLoseTheirReturn() {
        assertEquals("a\nb", SafeText.escape("a\r\nb"));
    }

    @Test
    void halvesOfSurrogatePairsAreReplaced() {
        assertEquals("\uFFFDx\uFFFD🙂", SafeText.escape("\uD83Dx\uDE42🙂"));
    }

    @Test
    void aLineStaysOneLine() {
        assertEquals("a\\u000ab\\u0009c\\u000d\\u000a", SafeText.line("a\nb\tc\r\n"));
    }

    @Test
    void nothingHarmfulGetsThrough() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 0xFFFF; c++) {
            all.append(c);
        }
        assertFalse(SafeText.escape(all.toString()).chars().anyMatch(c -> SafeText.harmful((char) c)));
    }
}

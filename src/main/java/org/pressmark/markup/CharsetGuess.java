package org.pressmark.markup;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Sets the declared encoding against the bytes, and overrules it only where they plainly disagree. */
final class CharsetGuess {
    /** Bytes looked at; a page's text shows its encoding long before. */
    private static final int LOOK = 1 << 20;

    /** So many characters of UTF-8 do not come about by chance in a text of two-byte characters. */
    private static final int BEYOND_CHANCE = 4;

    private CharsetGuess() {}

    static Charset check(byte[] payload, Optional<Charset> declared, String label, List<String> notes) {
        Utf8Count utf8 = Utf8Count.of(payload, LOOK);
        Charset seen = seen(payload, declared, utf8);
        if (declared.isPresent() && !declared.get().equals(seen)) {
            notes.add("labelled " + SafeText.line(label) + ", but the bytes are " + shown(seen));
        } else if (declared.isPresent() && seen.equals(StandardCharsets.UTF_8) && utf8.broken() > 0) {
            notes.add("labelled " + SafeText.line(label) + ", with " + utf8.broken() + " malformed places");
        }
        return seen;
    }

    private static String shown(Charset charset) {
        return charset.name().equals("windows-31j")
                ? "Shift_JIS"
                : charset.name().equals("x-windows-949") ? "EUC-KR" : charset.name();
    }

    private static Charset seen(byte[] payload, Optional<Charset> declared, Utf8Count utf8) {
        Optional<Charset> wide = utf16(payload);
        if (wide.isPresent()) {
            return wide.get();
        }
        Charset label = declared.orElse(StandardCharsets.UTF_8);
        if (label.name().startsWith("UTF-16")) {
            label = StandardCharsets.UTF_8; // not a NUL in it
        }
        if (utf8.high() == 0) {
            boolean shifted = !label.name().startsWith("ISO-2022") && shiftsToJapanese(payload);
            return shifted ? CharsetLabels.platform("ISO-2022-JP").orElse(label) : label;
        }
        if (label.equals(StandardCharsets.UTF_8)) {
            return utf8.mostlyValid() ? label : LegacyGuess.of(payload, LOOK);
        }
        boolean singleByte = label.newDecoder().maxCharsPerByte() == 1.0f && oneByteEach(label);
        boolean enough = utf8.sequences() >= (singleByte ? 1 : BEYOND_CHANCE);
        boolean clear =
                utf8.valid() || (singleByte && utf8.sequences() >= 20 && utf8.sequences() >= 20 * utf8.broken());
        return enough && clear ? StandardCharsets.UTF_8 : label;
    }

    private static boolean oneByteEach(Charset charset) {
        return charset.newEncoder().maxBytesPerChar() == 1.0f;
    }

    /** UTF-16 without a byte order mark: western mark-up has a NUL in every second byte. */
    private static Optional<Charset> utf16(byte[] payload) {
        int to = Math.min(payload.length, 1024) & ~1;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < to; i += 2) {
            even += payload[i] == 0 ? 1 : 0;
            odd += payload[i + 1] == 0 ? 1 : 0;
        }
        int pairs = to / 2;
        if (pairs < 8) {
            return Optional.empty();
        }
        if (odd * 2 > pairs && even * 20 < pairs) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even * 2 > pairs && odd * 20 < pairs ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean shiftsToJapanese(byte[] payload) {
        for (int i = 0; i + 2 < Math.min(payload.length, LOOK); i++) {
            if (payload[i] == 0x1B && payload[i + 1] == '$' && (payload[i + 2] == 'B' || payload[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }
}

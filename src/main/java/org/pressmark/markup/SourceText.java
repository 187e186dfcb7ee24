package org.pressmark.markup;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stored document as text, with the way back: every character knows the byte where it began. Reads the encoding as browsers
 * do (HTML standard, "Determining the character encoding"), and says so where the label was plainly wrong. Malformed bytes
 * become U+FFFD; a byte order mark is no part of the text.
 */
public final class SourceText {
    /** A way mark is kept about every so many characters. */
    private static final int STRIDE = 256;

    private final byte[] payload;
    private final String text;
    private final Charset charset;
    private final Optional<String> declared;
    private final List<String> notes;
    private final int mark;
    /** Pairs of character and byte, ascending; null until asked for. */
    private volatile int @Nullable [] waymarks;

    private SourceText(byte[] payload, CharsetDecision decision) {
        this.payload = payload;
        this.charset = decision.charset();
        this.declared = decision.declared();
        this.notes = decision.notes();
        this.mark = decision.markLength();
        this.text = restored() ? read() : new String(payload, mark, payload.length - mark, charset);
    }

    /**
     * Reads a document.
     *
     * @param payload the content-decoded bytes; kept, and not to be changed
     * @param contentType the Content-Type header as sent, e.g. {@code text/html; charset=iso-8859-1}
     */
    public static SourceText decode(byte[] payload, Optional<String> contentType) {
        return new SourceText(payload, CharsetDecision.of(payload, contentType));
    }

    /** The encoding that a label means on the web; nothing for one that means none. */
    public static Optional<Charset> named(String label) {
        return CharsetLabels.find(label);
    }

    public String text() {
        return text;
    }

    /** The encoding that was used. */
    public Charset charset() {
        return charset;
    }

    /** The label that the document or its header gave, as written; nothing where there was none. */
    public Optional<String> declared() {
        return declared;
    }

    /** True where a byte order mark, the header or the document named an encoding. */
    public boolean labelled() {
        return declared.isPresent();
    }

    /** What was odd about the encoding, each a sentence; empty where the label was right. */
    public List<String> notes() {
        return notes;
    }

    /**
     * Where a character begins.
     *
     * @param charIndex from 0 to the text's length; for the second half of a surrogate pair the answer is that of the first
     * @return the byte's place in the payload
     */
    public int byteOffset(int charIndex) {
        if (charIndex < 0 || charIndex > text.length()) {
            throw new IndexOutOfBoundsException(
                    "expected a character from 0 to " + text.length() + ", found: " + charIndex);
        }
        if (charIndex == text.length()) {
            return payload.length;
        }
        if (text.length() == payload.length - mark) {
            return mark + charIndex; // as many characters as bytes: each is one byte
        }
        int[] marks = waymarks;
        if (marks == null) {
            marks = walk();
            waymarks = marks;
        }
        int at = floor(marks, charIndex);
        return marks[at] == charIndex ? marks[at + 1] : onwards(marks[at], marks[at + 1], charIndex);
    }

    private static int floor(int[] marks, int charIndex) {
        int low = 0;
        int high = marks.length / 2 - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (marks[middle * 2] <= charIndex) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low * 2;
    }

    private CharsetDecoder decoder() {
        CodingErrorAction action = restored() ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE;
        return charset.newDecoder().onMalformedInput(action).onUnmappableCharacter(action);
    }

    /** Whether a character may have several bytes of which the later ones look like ASCII. */
    private boolean restored() {
        return !charset.name().startsWith("UTF-")
                && charset.canEncode()
                && charset.newEncoder().maxBytesPerChar() > 1;
    }

    private String read() {
        CharBuffer out = CharBuffer.allocate(payload.length - mark + 1);
        decode(decoder(), ByteBuffer.wrap(payload, mark, payload.length - mark), out);
        return out.flip().toString();
    }

    /**
     * Decodes as browsers do (Encoding standard): what begins a character and is followed by ASCII that cannot end it is
     * malformed alone, and the ASCII stands. Else a lone byte would swallow the quotation mark that ends an attribute.
     */
    private CoderResult decode(CharsetDecoder decoder, ByteBuffer in, CharBuffer out) {
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return result;
            }
            if (!out.hasRemaining()) {
                return CoderResult.OVERFLOW;
            }
            out.put('\uFFFD');
            int at = in.position() + 1;
            int end = in.position() + result.length();
            while (at < end && in.get(at) < 0) {
                at++;
            }
            in.position(at);
        }
    }

    /** Decodes once more from a way mark, up to the character. */
    private int onwards(int fromChar, int fromByte, int charIndex) {
        ByteBuffer in = ByteBuffer.wrap(payload, fromByte, payload.length - fromByte);
        CharBuffer out = CharBuffer.allocate(charIndex - fromChar);
        decode(decoder(), in, out);
        return in.position();
    }

    /** A shift belongs to the character after it, so that what replaces that character begins unshifted. */
    private int beforeShift(int position, int least) {
        int at = position;
        while (true) {
            int length = shiftLength(at);
            if (length == 0 || at - length < least) {
                return at;
            }
            at -= length;
        }
    }

    /** Bytes of the shift that ends before {@code at} (RFC 1468, RFC 1557). */
    private int shiftLength(int at) {
        if (at >= 1 && (payload[at - 1] == 0x0E || payload[at - 1] == 0x0F)) {
            return 1;
        }
        if (at >= 3 && payload[at - 3] == 0x1B && (payload[at - 2] == '(' || payload[at - 2] == '$')) {
            return 3;
        }
        return at >= 4 && payload[at - 4] == 0x1B && payload[at - 3] == '$' ? 4 : 0;
    }

    /** Encodings with shifts can't be entered in the middle: for them every character is a way mark. */
    private int[] walk() {
        int stride = charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-ISO-2022") ? 1 : STRIDE;
        int[] marks = new int[2 * (text.length() / stride + 2)];
        int count = 0;
        CharsetDecoder decoder = decoder();
        ByteBuffer in = ByteBuffer.wrap(payload, mark, payload.length - mark);
        CharBuffer out = CharBuffer.allocate(stride + 1);
        int at = 0;
        while (true) {
            if (count + 2 > marks.length) {
                marks = Arrays.copyOf(marks, marks.length * 2);
            }
            marks[count++] = at;
            marks[count] =
                    stride == 1 ? beforeShift(in.position(), count < 2 ? mark : marks[count - 2]) : in.position();
            count++;
            out.clear().limit(stride);
            CoderResult result = decode(decoder, in, out);
            if (result.isOverflow() && out.position() == 0) {
                out.limit(stride + 1); // a surrogate pair needs room for two
                result = decode(decoder, in, out);
            }
            at += out.position();
            if (!result.isOverflow()) {
                return Arrays.copyOf(marks, count);
            }
        }
    }
}

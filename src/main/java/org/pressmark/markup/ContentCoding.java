package org.pressmark.markup;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes content-codings (RFC 9110 §8.4): gzip, deflate with or without its zlib wrapper, br, zstd, several in a row. Never gives
 * more than it was told to, whatever a bomb unpacks to.
 */
public final class ContentCoding {
    private static final List<String> KNOWN = List.of("gzip", "deflate", "br", "zstd");

    /** Largest window of zstd in HTTP, as a power of two: 8 MB (RFC 9659). */
    private static final int ZSTD_WINDOW = 23;

    private ContentCoding() {}

    /**
     * What came out.
     *
     * @param bytes the decoded bytes, as far as they could be decoded
     * @param problem what was wrong, a sentence: unknown coding, damage, a limit; nothing where all went well
     * @param truncated whether {@code limit} cut the result
     */
    @SuppressWarnings("ArrayRecordComponent") // a result on its way to its reader, never compared
    public record Decoded(byte[] bytes, Optional<String> problem, boolean truncated) {

        /** True where the bytes are the whole document. */
        public boolean complete() {
            return problem.isEmpty();
        }
    }

    /**
     * Decodes a body in memory.
     *
     * @param contentEncoding the Content-Encoding header, e.g. {@code gzip}; codings in the order they were applied
     * @param limit most bytes to give
     */
    public static Decoded decode(byte[] body, Optional<String> contentEncoding, long limit) {
        List<String> codings = codings(contentEncoding);
        if (codings.isEmpty() && body.length <= limit) {
            return new Decoded(body, Optional.empty(), false);
        }
        try {
            return decode(new ByteArrayInputStream(body), contentEncoding, limit);
        } catch (IOException e) {
            throw new IllegalStateException("expected bytes in memory to be readable", e);
        }
    }

    /**
     * Decodes a stream; the caller closes it.
     *
     * @throws IOException where the stream itself can't be read; damage inside it is told in the result
     */
    public static Decoded decode(InputStream body, Optional<String> contentEncoding, long limit) throws IOException {
        List<String> codings = codings(contentEncoding);
        Source source = new Source(body);
        InputStream in = source;
        for (int i = codings.size() - 1; i >= 0; i--) {
            String coding = codings.get(i);
            if (!KNOWN.contains(coding)) {
                Decoded rest = drain(in, limit, source);
                return new Decoded(
                        rest.bytes(),
                        Optional.of("unsupported content-coding: " + SafeText.line(coding)),
                        rest.truncated());
            }
            in = new Lazy(in, coding, source);
        }
        return drain(in, limit, source);
    }

    private static List<String> codings(Optional<String> contentEncoding) {
        List<String> out = new ArrayList<>();
        for (String part : contentEncoding.orElse("").split(",", -1)) {
            String name = part.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("identity") && !name.equals("none") && !name.equals("utf-8")) {
                out.add(name.startsWith("x-gzip") ? "gzip" : name);
            }
        }
        return out;
    }

    private static Decoded drain(InputStream in, long limit, Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(8192);
        byte[] buffer = new byte[16384];
        long room = Math.min(limit, Integer.MAX_VALUE - 64);
        try (in) {
            while (true) {
                int count = in.read(buffer, 0, buffer.length);
                if (count < 0) {
                    return new Decoded(out.toByteArray(), source.mislabelled, false);
                }
                int taken = (int) Math.min(count, room - out.size());
                out.write(buffer, 0, taken);
                if (taken < count) {
                    return new Decoded(
                            out.toByteArray(), Optional.of("longer than " + room + " bytes when decoded"), true);
                }
            }
        } catch (IOException e) {
            if (source.failure.isPresent()) {
                throw source.failure.get();
            }
            String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Decoded(out.toByteArray(), Optional.of("damaged or cut off: " + SafeText.line(what)), false);
        }
    }

    /** The stored bytes; remembers when reading them failed, which is not damage inside them. */
    private static final class Source extends InputStream {
        private final InputStream in;
        private Optional<IOException> failure = Optional.empty();
        private Optional<String> mislabelled = Optional.empty();

        Source(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        /** The gzip reader asks this to know whether another member follows. */
        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                failure = Optional.of(e);
                throw e;
            }
        }
    }

    /** Ends its inflater when closed, as the platform's class does only for its own. */
    private static final class Deflated extends InflaterInputStream {
        Deflated(InputStream in, boolean wrapped) {
            super(in, new Inflater(!wrapped), 8192);
        }

        @Override
        public void close() throws IOException {
            super.close();
            inf.end();
        }
    }

    /** Opens the decoder at the first read, since opening reads already. */
    private static final class Lazy extends InputStream {
        private final BufferedInputStream coded;
        private final String coding;
        private final Source source;
        private Optional<InputStream> opened = Optional.empty();

        Lazy(InputStream in, String coding, Source source) {
            this.source = source;
            this.coded = new BufferedInputStream(in, 8192);
            this.coding = coding;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (opened.isEmpty()) {
                opened = Optional.of(open());
            }
            return opened.get().read(buffer, offset, length);
        }

        @Override
        public int available() throws IOException {
            return opened.isEmpty() ? coded.available() : opened.get().available();
        }

        @Override
        public void close() throws IOException {
            if (opened.isPresent()) {
                opened.get().close();
            }
        }

        private InputStream open() throws IOException {
            coded.mark(4);
            int first = coded.read();
            int second = coded.read();
            coded.reset();
            if (first < 0) {
                return coded; // an empty body is sent with any label
            }
            return switch (coding) {
                case "gzip" -> {
                    if (first != 0x1F || second != 0x8B) {
                        source.mislabelled = Optional.of("labelled gzip, but it is not; given as stored");
                        yield coded;
                    }
                    yield new GZIPInputStream(coded, 8192);
                }
                case "br" -> new BrotliInputStream(coded);
                case "zstd" -> new ZstdInputStreamNoFinalizer(coded).setLongMax(ZSTD_WINDOW);
                default -> {
                    boolean wrapped = (first & 0x0F) == 8 && (first << 8 | second) % 31 == 0;
                    yield new Deflated(coded, wrapped);
                }
            };
        }
    }
}

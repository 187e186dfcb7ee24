package org.pressmark.replay;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.SourceText;

/**
 * A stored page as one HTML file that needs nothing else: styles, pictures and fonts inside it, scripts, handlers and
 * refreshes out of it, links absolute, a policy in its head that lets it load nothing. Bytes outside the changed spots stay
 * as stored and so does the encoding, which the file then names itself, as no header does it any more.
 */
public final class SingleFileHtml {
    private final Provenance provenance;
    private final Function<String, Optional<ArchivedBytes>> archive;
    private final long limit;

    /**
     * A maker of single files.
     *
     * @param provenance what the note at the top says
     * @param archive the archive's answer for an absolute address without fragment
     * @param limit bytes that inlined parts may take together, as written
     */
    public SingleFileHtml(Provenance provenance, Function<String, Optional<ArchivedBytes>> archive, long limit) {
        this.provenance = Objects.requireNonNull(provenance);
        this.archive = Objects.requireNonNull(archive);
        this.limit = limit;
    }

    /**
     * Where the page comes from.
     *
     * @param url the captured address
     * @param captured when
     * @param digest of the payload, with its label, e.g. {@code sha256:…}
     * @param recordId the WARC record's
     */
    public record Provenance(String url, Instant captured, String digest, String recordId) {
        public Provenance {
            Objects.requireNonNull(url);
            Objects.requireNonNull(captured);
            Objects.requireNonNull(digest);
            Objects.requireNonNull(recordId);
        }
    }

    /**
     * A part that was left out.
     *
     * @param url its absolute address
     * @param reason {@code not archived}, {@code too large}, {@code not a page}, {@code left out} (objects)
     */
    public record Missing(String url, AddressKind kind, String reason) {
        public Missing {
            Objects.requireNonNull(kind);
        }
    }

    /**
     * The file.
     *
     * @param bytes an HTML document
     * @param inlined addresses of what is inside it, each once
     * @param missing what was left out, each address once
     */
    @SuppressWarnings("ArrayRecordComponent") // a result on its way out, never compared
    public record Result(byte[] bytes, List<String> inlined, List<Missing> missing) {
        public Result {
            inlined = List.copyOf(inlined);
            missing = List.copyOf(missing);
        }
    }

    /**
     * Makes the file. A payload that is no page is put into one: text in {@code <pre>}, a picture as a picture.
     *
     * @param payload content-decoded bytes
     * @param contentType the Content-Type header as sent
     * @param url the absolute address of the capture
     */
    public Result make(byte[] payload, Optional<String> contentType, String url) {
        Parts parts = new Parts(archive, limit);
        Medium medium = Medium.of(contentType, payload);
        String type = ContentType.type(contentType.orElse(""));
        byte[] bytes;
        if (medium == Medium.HTML || type.equals("application/xhtml+xml")) {
            bytes = page(payload, contentType, url, parts);
        } else if (type.startsWith("image/")) {
            bytes = wrapped("<img alt=\"\" src=\"" + Parts.dataUri(type, payload) + "\">");
        } else if (medium == Medium.BINARY) {
            bytes = wrapped("<p>" + payload.length + " bytes: not a page</p>");
        } else {
            bytes = wrapped(
                    "<pre>" + escaped(SourceText.decode(payload, contentType).text()) + "</pre>");
        }
        return new Result(bytes, parts.inlined(), parts.missing());
    }

    private byte[] page(byte[] payload, Optional<String> contentType, String url, Parts parts) {
        SourceText source = SourceText.decode(payload, contentType);
        Splices splices = new Splices();
        FileHead head = new FileHead(source.text());
        new PageInliner(source, url, splices, parts, 0).run();
        String charset = FileHead.webName(source.charset());
        boolean wide = charset.startsWith("utf-16");
        String note = FileHead.note(provenance);
        boolean noteFirst = note.length() <= FileHead.ROOM_BEFORE_META;
        splices.insert(0, noteFirst ? note : "");
        splices.insert(
                head.place(), (wide ? "" : FileHead.encoding(charset)) + FileHead.POLICY + (noteFirst ? "" : note));
        byte[] bytes = splices.applyTo(payload, source);
        boolean marked = source.text().isEmpty() || source.byteOffset(0) > 0;
        return wide && !marked ? FileHead.marked(bytes, source.charset()) : bytes;
    }

    private byte[] wrapped(String body) {
        String html = "<!DOCTYPE html>\n" + FileHead.note(provenance) + FileHead.encoding("utf-8") + FileHead.POLICY
                + "<title>" + escaped(provenance.url()) + "</title>\n" + body + "\n";
        return html.getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}

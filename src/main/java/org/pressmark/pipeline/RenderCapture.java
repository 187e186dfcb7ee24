package org.pressmark.pipeline;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead;
import org.pressmark.model.UrlKey;
import org.pressmark.replay.ArchivedBytes;
import org.pressmark.replay.PageLinks;
import org.pressmark.replay.PageText;
import org.pressmark.replay.SingleFileHtml;
import org.pressmark.replay.SingleFileHtml.Provenance;
import org.pressmark.replay.Style;
import org.pressmark.report.LinkLine;
import org.pressmark.report.PaintedText;
import org.pressmark.report.PaintedText.Look;
import org.pressmark.report.PaintedText.Stretch;
import org.pressmark.report.TerminalStyle;

/** Shows a stored page: as text for a terminal, its article, its links, or one HTML file that holds its pictures and styles. */
public final class RenderCapture {
    /** Bytes that the inlined parts of one file may take together. */
    private static final long LARGEST = 256L << 20;

    private final ReplayCapture replay;

    public RenderCapture(ReplayCapture replay) {
        this.replay = replay;
    }

    /**
     * One file.
     *
     * @param html its bytes
     * @param missing addresses of parts that the archive does not hold
     */
    @SuppressWarnings("ArrayRecordComponent") // a result on its way out, never compared
    public record Single(byte[] html, List<String> missing) {
        public Single {
            missing = List.copyOf(missing);
        }
    }

    /** The visible page as text, set to the style's width. */
    public String text(ArchivedResponse response, TerminalStyle style) throws IOException {
        ReadableText document = ReadableText.of(
                shown(response), response.contentType(), response.capture().url());
        PageText page = PageText.render(document.bytes(), document.contentType(), document.url(), style.width());
        List<Stretch> stretches = page.spans().stream()
                .map(span -> new Stretch(span.start(), span.end(), look(span.style())))
                .toList();
        return PaintedText.render(page.text(), stretches, style);
    }

    private static Look look(Style style) {
        return switch (style) {
            case HEADING, STRONG, EMPHASIS -> Look.BOLD;
            case LINK -> Look.LINK;
            case FAINT -> Look.DIM;
            case PLAIN -> Look.PLAIN;
        };
    }

    /** The article, extracted anew by this program's rules. */
    public Article article(ArchivedResponse response) throws IOException {
        return new Extractor()
                .extract(
                        shown(response),
                        response.contentType(),
                        response.capture().url());
    }

    /** The body with its content-encoding undone. */
    public byte[] decoded(ArchivedResponse response) throws IOException {
        ContentCoding.Decoded decoded = Documents.payload(response);
        if (decoded.truncated()) {
            replay.house().notices().accept(Documents.cut(response.capture(), Documents.LIMIT));
        }
        return decoded.bytes();
    }

    private byte[] shown(ArchivedResponse response) throws IOException {
        return Documents.shown(response, replay.house().notices());
    }

    /** The fields of the capture's WARC record, as written. */
    public List<HttpHead.Header> recordFields(Capture capture) throws IOException {
        ScannedRecord record = replay.shelf().scanned(capture.location());
        return record.fields();
    }

    /** The links of the page and what is stored of where they lead. */
    public List<LinkLine> links(ArchivedResponse response) throws IOException {
        Capture page = response.capture();
        Map<UrlKey, Optional<Capture>> known = new HashMap<>();
        return PageLinks.of(shown(response), response.contentType(), page.url()).stream()
                .map(link -> new LinkLine(
                        link.text(),
                        link.url(),
                        link.rel(),
                        known.computeIfAbsent(
                                        UrlKey.of(link.url()),
                                        key -> replay.shelf().nearest(key, page.date()))
                                .map(Capture::date)))
                .toList();
    }

    /** The page with its parts inside, each as captured nearest to the page. */
    public Single single(ArchivedResponse response) throws IOException {
        Capture page = response.capture();
        Provenance provenance =
                new Provenance(page.url(), page.date(), page.payload().toString(), page.recordId());
        SingleFileHtml.Result made = new SingleFileHtml(provenance, url -> part(page, url), LARGEST)
                .make(shown(response), response.contentType(), page.url());
        return new Single(
                made.bytes(),
                made.missing().stream()
                        .map(part -> part.url() + " (" + part.reason() + ")")
                        .toList());
    }

    private Optional<ArchivedBytes> part(Capture page, String url) {
        Optional<Capture> part = replay.shelf().nearest(UrlKey.of(url), page.date());
        return part.flatMap(found -> Guarded.call(
                url,
                () -> {
                    ArchivedResponse stored = replay.read(found);
                    return new ArchivedBytes(
                            stored.contentType(), Documents.payload(stored).bytes());
                },
                replay.house().notices()));
    }
}

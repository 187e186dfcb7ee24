package org.pressmark.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.replay.ArchivedBytes;
import org.pressmark.replay.PageText;
import org.pressmark.replay.SingleFileHtml;
import org.pressmark.replay.SingleFileHtml.Provenance;
import org.pressmark.replay.Style;
import org.pressmark.report.PaintedText;
import org.pressmark.report.PaintedText.Look;
import org.pressmark.report.PaintedText.Stretch;
import org.pressmark.report.TerminalStyle;

/** Shows a stored page: as text for a terminal, or as one HTML file that holds its pictures and styles. */
public final class RenderCapture {
    /** Bytes that the inlined parts of one file may take together. */
    private static final long LARGEST = 256L << 20;

    private final Pipeline house;

    public RenderCapture(Pipeline house) {
        this.house = house;
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
                Documents.payload(response).bytes(),
                response.contentType(),
                response.capture().url());
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

    /** The page with its parts inside, each as captured nearest to the page. */
    public Single single(ArchivedResponse response) throws IOException {
        Capture page = response.capture();
        Provenance provenance =
                new Provenance(page.url(), page.date(), page.payload().toString(), page.recordId());
        SingleFileHtml.Result made = new SingleFileHtml(provenance, url -> part(page, url), LARGEST)
                .make(Documents.payload(response).bytes(), response.contentType(), page.url());
        return new Single(
                made.bytes(),
                made.missing().stream()
                        .map(part -> part.url() + " (" + part.reason() + ")")
                        .toList());
    }

    private Optional<ArchivedBytes> part(Capture page, String url) {
        Optional<Capture> part = house.store().read(tx -> tx.captures().nearest(UrlKey.of(url), page.date()));
        return part.flatMap(found -> Guarded.call(
                url,
                () -> {
                    ArchivedResponse stored = new ReplayCapture(house).read(found);
                    return new ArchivedBytes(
                            stored.contentType(), Documents.payload(stored).bytes());
                },
                house.notices()));
    }
}

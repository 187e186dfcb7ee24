package org.pressmark.extract;

import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Explanation;
import org.pressmark.model.Place;

/** Takes one document apart. Without state: one instance serves any number of threads. */
public final class Extractor {
    /** The name and version of the rules, as a stored article carries it. */
    public static final String NAME = "pressmark-extract/5";

    /**
     * Extracts.
     *
     * @param payload the document's bytes, content-decoded; HTML, XHTML, plain text or Markdown
     * @param contentType the Content-Type header as sent, e.g. {@code text/html; charset=Shift_JIS}; where it is missing, the
     *     look of the bytes decides
     * @param url the document's address, against which links are made absolute; empty text where it has none
     * @return the article; a document without one gives an article without blocks, labelled so in its notes
     */
    public Article extract(byte[] payload, Optional<String> contentType, String url) {
        return extract(payload, contentType, url, new Trace(false));
    }

    /** As {@link #extract}, with the candidates that were weighed for each field and block. */
    public Explanation explain(byte[] payload, Optional<String> contentType, String url) {
        Trace trace = new Trace(true);
        Article article = extract(payload, contentType, url, trace);
        return new Explanation(article, trace.candidates());
    }

    /**
     * A quick look whether {@link #extract} could label a document as one that stands in an article's place ({@code wall},
     * {@code rate-limit}, {@code soft-404}).
     *
     * @return false where it would not
     */
    public boolean mayStandIn(byte[] payload, Optional<String> contentType, String url) {
        Source source = Source.decode(payload, contentType);
        return Format.of(source.text(), contentType, url) != Format.HTML || HtmlReader.mayStandIn(source);
    }

    private static Article extract(byte[] payload, Optional<String> contentType, String url, Trace trace) {
        Source source = Source.decode(payload, contentType);
        Format format = Format.of(source.text(), contentType, url);
        trace.add("charset", source.charset(), "charset." + source.decidedBy(), Place.NONE, true, "");
        trace.add("format", Text.lower(format.name()), format.rule(contentType), Place.NONE, true, "");
        Article article = switch (format) {
            case HTML -> HtmlReader.read(source, url, false, trace);
            case XHTML -> HtmlReader.read(source, url, true, trace);
            case MARKDOWN -> PlainReader.read(source, url, true, trace);
            case PLAIN -> PlainReader.read(source, url, false, trace);
        };
        if (trace.silent("language")) {
            trace.add("language", article.language(), "language.stated", Place.NONE, true, "");
        }
        article.notes().forEach(note -> trace.taken("note", note));
        return article;
    }
}

package org.pressmark.pipeline;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Explanation;
import org.pressmark.pdf.PdfReader;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Gives the article of a document: a file, a stream, or a stored capture read back from its WARC file. */
public final class ExtractArticle {
    private final Pipeline house;
    private final Extractor extractor = new Extractor();

    public ExtractArticle(Pipeline house) {
        this.house = house;
    }

    /** A document on its way to the extractor. */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    private record Document(byte[] bytes, Optional<String> type, String url) {}

    /**
     * The article in a file; a gzip file is opened first. Of a file that is, or swells to, more than 64 MiB the rest is not
     * read, and the article has the note {@code cut-short}, as of any text longer than five million characters.
     *
     * @param url the document's address, against which its links are read; may be empty text
     */
    public Article file(Path file, String url) throws IOException {
        return article(inFile(file, url));
    }

    /** The article in a stream, read to its end, or to 64 MiB as {@link #file} says. */
    public Article stream(InputStream in, String url) throws IOException {
        return article(inStream(in, url));
    }

    /** The article of a stored capture, extracted anew by this program's rules. */
    public Article stored(Capture capture) throws IOException {
        return article(inArchive(capture));
    }

    /** As {@link #file}, with what was weighed. */
    public Explanation explainFile(Path file, String url) throws IOException {
        return explanation(inFile(file, url));
    }

    /** As {@link #stream}, with what was weighed. */
    public Explanation explainStream(InputStream in, String url) throws IOException {
        return explanation(inStream(in, url));
    }

    /** As {@link #stored}, with what was weighed. */
    public Explanation explainStored(Capture capture) throws IOException {
        return explanation(inArchive(capture));
    }

    private Article article(Document document) throws IOException {
        return readable(document).article(extractor);
    }

    private Explanation explanation(Document document) throws IOException {
        return readable(document).explanation(extractor);
    }

    private ReadableText readable(Document document) throws IOException {
        return ReadableText.of(document.bytes(), document.type(), document.url());
    }

    private static Document inFile(Path file, String url) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such file");
        }
        String name = String.valueOf(file.getFileName());
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            byte[] bytes = ContentCoding.decode(in, gzip ? Optional.of("gzip") : Optional.empty(), Documents.LIMIT)
                    .bytes();
            return text(bytes, Documents.typeByName(name.replaceFirst("\\.gz$", "")), url, file.toString());
        }
    }

    private static Document inStream(InputStream in, String url) throws IOException {
        byte[] bytes =
                ContentCoding.decode(in, Optional.empty(), Documents.LIMIT).bytes();
        return text(bytes, Optional.empty(), url, "standard input");
    }

    private Document inArchive(Capture capture) throws IOException {
        ArchivedResponse response = new ReplayCapture(house).read(capture);
        return new Document(Documents.payload(response).bytes(), response.contentType(), capture.url());
    }

    private static Document text(byte[] bytes, Optional<String> type, String url, String name) {
        if (!Documents.looksLikeText(bytes) && !PdfReader.isPdf(bytes)) {
            throw new PipelineException(
                    Trouble.INPUT,
                    name
                            + ": not a text document (HTML, Markdown, plain text or PDF); a WARC file is read by 'pressmark import'");
        }
        return new Document(bytes, type, url);
    }
}

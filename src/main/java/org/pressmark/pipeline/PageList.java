package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;

/** Writes the list of pages of a WACZ file, {@code pages.jsonl}: a line a page, its headline, its text to be searched. */
final class PageList implements Closeable {
    /** Characters of one page's text. */
    private static final int LONGEST_TEXT = 100_000;

    /** Characters of text in all: viewers hold the list in memory. Pages beyond it are listed by their headlines. */
    private static final long MOST_TEXT = 32L << 20;

    private final Pipeline house;
    private final Writer out;
    private Optional<Capture> first = Optional.empty();
    private int count;
    private long text;

    PageList(Pipeline house, Path file) throws IOException {
        this.house = house;
        this.out = Files.newBufferedWriter(file);
        out.write(Json.compact(Json.object()
                        .put("format", "json-pages-1.0")
                        .put("id", "pages")
                        .put("title", "All Pages"))
                + "\n");
    }

    void add(Capture page) throws IOException {
        first = first.or(() -> Optional.of(page));
        count++;
        var line = Json.object()
                .put("id", page.recordId())
                .put("url", page.url())
                .put("ts", page.date().toString());
        Optional<Article> said = house.store().read(tx -> tx.articles().ofCapture(page.recordId()));
        said.flatMap(Article::headline).ifPresent(headline -> line.put("title", headline.value()));
        if (said.isPresent() && text < MOST_TEXT) {
            String body = said.get().body();
            String most = body.length() > LONGEST_TEXT ? whole(body.substring(0, LONGEST_TEXT)) : body;
            text += most.length();
            line.put("text", most);
        }
        out.write(Json.compact(line.put("size", page.payloadLength())) + "\n");
    }

    /** Half a character at the end cannot be written. */
    private static String whole(String text) {
        int last = text.length() - 1;
        return Character.isHighSurrogate(text.charAt(last)) ? text.substring(0, last) : text;
    }

    Optional<Capture> first() {
        return first;
    }

    int count() {
        return count;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.extract.Extractor;
import org.pressmark.model.Article;
import org.pressmark.model.Explanation;
import org.pressmark.model.Field;
import org.pressmark.model.Place;
import org.pressmark.pdf.PdfReader;
import org.pressmark.pdf.PdfText;

/**
 * A document as the extractor takes it. A PDF becomes a plain page with its stated title, author and date and its paragraphs; the
 * article has the note {@code pdf-text} then, since its places are in that page and not in the stored bytes.
 */
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
record ReadableText(byte[] bytes, Optional<String> contentType, String url, List<Field> notes) {

    /** @param payload with its content-encoding undone */
    static ReadableText of(byte[] payload, Optional<String> contentType, String url) throws IOException {
        String type = contentType.map(Documents::mediaType).orElse("");
        boolean pdf = PdfReader.isPdf(payload) && (type.isEmpty() || type.equals(Documents.PDF));
        if (!pdf && !type.equals(Documents.PDF)) {
            return new ReadableText(payload, contentType, url, List.of());
        }
        PdfText text = new PdfReader().read(payload);
        List<Field> notes = new ArrayList<>();
        notes.add(
                note("pdf-text", "the text of " + text.pages() + " pages; places are in it, not in the stored bytes"));
        text.problem().ifPresent(problem -> notes.add(note("pdf-unread", problem)));
        return new ReadableText(
                html(text).getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), url, notes);
    }

    private static Field note(String word, String why) {
        return new Field(word, why, Place.NONE, "note.pdf");
    }

    Article article(Extractor extractor) {
        return noted(extractor.extract(bytes, contentType, url));
    }

    Explanation explanation(Extractor extractor) {
        Explanation found = extractor.explain(bytes, contentType, url);
        return notes.isEmpty() ? found : new Explanation(noted(found.article()), found.candidates());
    }

    private Article noted(Article article) {
        if (notes.isEmpty()) {
            return article;
        }
        List<Field> all = new ArrayList<>(article.notes());
        all.addAll(notes);
        return article.withNotes(all);
    }

    private static String html(PdfText text) {
        StringBuilder out = new StringBuilder("<!doctype html><html><head><meta charset=\"utf-8\">");
        text.title()
                .ifPresent(title -> out.append("<title>").append(escaped(title)).append("</title>"));
        text.author()
                .ifPresent(author -> out.append("<meta name=\"author\" content=\"")
                        .append(escaped(author))
                        .append("\">"));
        text.created()
                .ifPresent(time -> out.append("<meta property=\"article:published_time\" content=\"")
                        .append(escaped(time))
                        .append("\">"));
        out.append("</head><body><article>\n");
        text.title()
                .ifPresent(title -> out.append("<h1>").append(escaped(title)).append("</h1>\n"));
        text.paragraphs().stream()
                .filter(paragraph -> !text.title().equals(Optional.of(paragraph)))
                .forEach(paragraph ->
                        out.append("<p>").append(escaped(paragraph)).append("</p>\n"));
        return out.append("</article></body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

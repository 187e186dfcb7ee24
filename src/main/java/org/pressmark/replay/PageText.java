package org.pressmark.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.markup.SafeText;
import org.pressmark.markup.SourceText;

/**
 * A stored page as text for a terminal: what a reader would see, set to a width, links as footnotes. Holds no escape sequence
 * and no other control character than line feed and tab; {@link #spans()} says where a terminal may add its own.
 *
 * @param text lines ending in {@code \n}
 * @param spans stretches of the text that are not plain, in order, none overlapping
 * @param links the absolute addresses of the footnotes; {@code [1]} is the first
 * @param title the page's title, which is not part of its text; empty where it has none
 */
public record PageText(String text, List<Span> spans, List<String> links, String title) {

    /**
     * A stretch of the text.
     *
     * @param start first character
     * @param end one past the last
     */
    public record Span(int start, int end, Style style) {
        public Span {
            Objects.requireNonNull(style);
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("expected 0 ≤ start ≤ end, found: " + start + ", " + end);
            }
        }
    }

    public PageText {
        spans = List.copyOf(spans);
        links = List.copyOf(links);
    }

    /**
     * Renders a payload. HTML is laid out; other text, style sheets and Markdown among it, is shown as it is; of anything else
     * a line says what it is.
     *
     * @param payload content-decoded bytes
     * @param contentType the Content-Type header as sent
     * @param url the absolute address, on which links stand
     * @param width columns of the terminal, at least 20
     */
    public static PageText render(byte[] payload, Optional<String> contentType, String url, int width) {
        Medium medium = Medium.of(contentType, payload);
        if (medium == Medium.BINARY) {
            String type = ContentType.type(contentType.orElse("application/octet-stream"));
            return plain("[" + SafeText.line(type) + ", " + payload.length + " bytes: not text]\n");
        }
        SourceText source = SourceText.decode(payload, contentType);
        boolean page = medium == Medium.HTML
                || (medium == Medium.XML
                        && ContentType.type(contentType.orElse("")).contains("xhtml"));
        if (!page) {
            String text = SafeText.escape(source.text());
            return plain(text.isEmpty() || text.endsWith("\n") ? text : text + "\n");
        }
        return new HtmlText(source.text(), url, Math.max(20, width)).render();
    }

    private static PageText plain(String text) {
        return new PageText(text, List.of(), List.of(), "");
    }

    static PageText of(List<StyledLine> lines, List<String> links, String title) {
        StringBuilder text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        for (StyledLine line : lines) {
            spans.addAll(line.spans(text.length()));
            text.append(line.text()).append('\n');
        }
        return new PageText(text.toString(), spans, links, title);
    }
}

package org.pressmark.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;

/** A block's text as HTML, its links and emphasis kept; spans that cross each other are closed and opened again. */
final class InlineHtml {
    /** Spans within spans beyond this are left out: nobody sets text so. */
    private static final int DEEPEST = 12;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Inline> open = new ArrayDeque<>();
    private int at;

    private InlineHtml(String text) {
        this.text = text;
    }

    /** Escaped text with {@code a em strong code br} and nothing else; only links to the web lead anywhere. */
    static String of(Block block) {
        InlineHtml html = new InlineHtml(block.text());
        List<Inline> spans = new ArrayList<>(block.inlines());
        spans.removeIf(span -> span.start() >= span.end() || tag(span).isEmpty());
        spans.sort(Comparator.comparingInt(Inline::start)
                .thenComparing(Comparator.comparingInt(Inline::end).reversed()));
        for (Inline span : spans) {
            html.closeUpTo(span.start());
            html.write(span.start());
            html.begin(span);
        }
        html.closeUpTo(block.text().length());
        html.write(block.text().length());
        return html.out.toString();
    }

    private void begin(Inline span) {
        boolean linked = span.kind() == Block.InlineKind.LINK
                && open.stream().anyMatch(other -> other.kind() == Block.InlineKind.LINK);
        if (open.size() < DEEPEST && !linked) {
            out.append(startTag(span));
            open.push(span);
        }
    }

    /** Closes, in the order of their ends, all spans that end here or before. */
    private void closeUpTo(int place) {
        while (true) {
            int next = open.stream().mapToInt(Inline::end).min().orElse(Integer.MAX_VALUE);
            if (next > place) {
                return;
            }
            write(next);
            Deque<Inline> again = new ArrayDeque<>();
            while (open.stream().anyMatch(span -> span.end() == next)) {
                Inline span = open.pop();
                out.append("</").append(tag(span)).append('>');
                if (span.end() > next) {
                    again.push(span);
                }
            }
            for (Inline span : again) {
                out.append(startTag(span));
                open.push(span);
            }
        }
    }

    private void write(int to) {
        if (to > at) {
            out.append(Xml.escape(text.substring(at, to)).replace("\n", "<br>"));
            at = to;
        }
    }

    private static String startTag(Inline span) {
        return span.kind() == Block.InlineKind.LINK
                ? "<a href=\"" + Xml.escape(span.target()) + "\" rel=\"nofollow noreferrer\">"
                : "<" + tag(span) + ">";
    }

    /** Empty text for a link that leads nowhere on the web. */
    private static String tag(Inline span) {
        return switch (span.kind()) {
            case LINK -> CopyCard.web(span.target()) ? "a" : "";
            case EMPHASIS -> "em";
            case STRONG -> "strong";
            case CODE -> "code";
        };
    }
}

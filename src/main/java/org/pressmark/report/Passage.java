package org.pressmark.report;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Change.Span;
import org.pressmark.text.Sentences;
import org.pressmark.text.TextRange;

/**
 * Words in the sentences around them.
 *
 * @param before what stands before the words, back to the start of a sentence; ends in the mark of something left out
 *     where the paragraph begins earlier
 * @param after what stands behind them
 */
record Passage(String before, String after) {
    private static final int LONGEST = 280;

    /** Sentences are looked for no further away: what stands behind that is cut anyway, and a paragraph may be a book. */
    private static final int NEAR = 2_000;

    /** The surroundings of the first span that stands in a block; empty where none does. */
    static Optional<Passage> around(Article article, List<Span> spans, int sentences) {
        if (sentences < 1) {
            return Optional.empty();
        }
        return block(article, spans).map(span -> {
            String text = article.blocks().get(span.block()).text();
            int end = spans.stream()
                    .filter(other -> other.block() == span.block())
                    .mapToInt(Span::end)
                    .max()
                    .orElse(span.end());
            return of(text, span.start(), Math.min(end, text.length()), article.language(), sentences);
        });
    }

    static Passage of(String text, int start, int end, String language, int sentences) {
        int low = Math.max(0, start - NEAR);
        int high = Math.min(text.length(), end + NEAR);
        List<TextRange> ranges = Sentences.of(text.substring(low, high), language);
        int from = start;
        int to = end;
        for (int i = 0; i < sentences; i++) {
            int begins = from;
            int ends = to;
            from = ranges.stream()
                    .mapToInt(range -> low + range.start())
                    .filter(at -> at < begins && !blank(text, at, begins))
                    .max()
                    .orElse(low);
            to = ranges.stream()
                    .mapToInt(range -> low + range.end())
                    .filter(at -> at > ends && !blank(text, ends, at))
                    .min()
                    .orElse(high);
        }
        String before = text.substring(from, start).strip();
        String after = text.substring(end, to).strip();
        boolean cutBefore = before.length() > LONGEST;
        boolean cutAfter = after.length() > LONGEST;
        if (cutBefore) {
            int least = before.length() - LONGEST;
            before = before.substring(Math.max(least, before.indexOf(' ', least) + 1));
        }
        if (cutAfter) {
            after = after.substring(0, Math.max(after.lastIndexOf(' ', LONGEST), LONGEST / 2));
        }
        boolean early = cutBefore || !blank(text, 0, from);
        boolean late = cutAfter || !blank(text, to, text.length());
        return new Passage(
                early && !before.isEmpty() ? "… " + before : before, late && !after.isEmpty() ? after + " …" : after);
    }

    private static boolean blank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the block counts as a paragraph of the body. */
    static boolean numbered(Block block) {
        BlockKind kind = block.kind();
        return kind.body() && kind != BlockKind.STANDFIRST && kind != BlockKind.HEADING;
    }

    private static Optional<Span> block(Article article, List<Span> spans) {
        return spans.stream()
                .filter(span ->
                        span.block() >= 0 && span.block() < article.blocks().size())
                .findFirst();
    }
}

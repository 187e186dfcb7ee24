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
        List<TextRange> ranges = Sentences.of(text, language);
        int from = start;
        int to = end;
        for (int i = 0; i < sentences; i++) {
            int begins = from;
            int ends = to;
            from = ranges.stream()
                    .mapToInt(TextRange::start)
                    .filter(at -> at < begins && !text.substring(at, begins).isBlank())
                    .max()
                    .orElse(0);
            to = ranges.stream()
                    .mapToInt(TextRange::end)
                    .filter(at -> at > ends && !text.substring(ends, at).isBlank())
                    .min()
                    .orElse(text.length());
        }
        String before = text.substring(from, start).strip();
        String after = text.substring(end, to).strip();
        boolean cutBefore = before.length() > LONGEST;
        boolean cutAfter = after.length() > LONGEST;
        if (cutBefore) {
            before = before.substring(before.indexOf(' ', before.length() - LONGEST) + 1);
        }
        if (cutAfter) {
            after = after.substring(0, Math.max(after.lastIndexOf(' ', LONGEST), LONGEST / 2));
        }
        boolean early = cutBefore || !text.substring(0, from).isBlank();
        boolean late = cutAfter || !text.substring(to).isBlank();
        return new Passage(
                early && !before.isEmpty() ? "… " + before : before, late && !after.isEmpty() ? after + " …" : after);
    }

    /** The number of the paragraph in which the first span stands, from 1; 0 where it stands in none. */
    static int paragraph(Article article, List<Span> spans) {
        return block(article, spans)
                .filter(span -> numbered(article.blocks().get(span.block())))
                .map(span -> paragraphs(article, span.block() + 1))
                .orElse(0);
    }

    /** How many numbered paragraphs stand in the first so many blocks. */
    static int paragraphs(Article article, int blocks) {
        return (int) article.blocks().stream()
                .limit(blocks)
                .filter(Passage::numbered)
                .count();
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

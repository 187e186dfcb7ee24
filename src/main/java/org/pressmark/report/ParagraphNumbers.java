package org.pressmark.report;

import java.util.List;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Change.Span;

/** The numbers of an article's paragraphs, counted once for all that is told of them. */
final class ParagraphNumbers {
    private final boolean[] numbered;
    private final int[] upTo;

    ParagraphNumbers(Article article) {
        List<Block> blocks = article.blocks();
        numbered = new boolean[blocks.size()];
        upTo = new int[blocks.size()];
        for (int i = 0; i < numbered.length; i++) {
            numbered[i] = Passage.numbered(blocks.get(i));
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + (numbered[i] ? 1 : 0);
        }
    }

    /** The number of a block, from 1; 0 for one that is not counted. */
    int of(int block) {
        return numbered[block] ? upTo[block] : 0;
    }

    /** The number of the paragraph in which the first span stands; 0 where it stands in none. */
    int of(List<Span> spans) {
        return spans.stream()
                .map(Span::block)
                .filter(block -> block >= 0 && block < numbered.length)
                .findFirst()
                .map(this::of)
                .orElse(0);
    }

    /** How many there are. */
    int count() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }
}

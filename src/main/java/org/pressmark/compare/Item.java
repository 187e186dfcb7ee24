package org.pressmark.compare;

import java.util.List;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;

/**
 * One piece of furniture: a headline, a byline, a caption …
 *
 * @param sort what it is
 * @param text as shown
 * @param key what two copies of it share
 * @param prefix for credits the word before the holder, e.g. {@code source}; else empty
 * @param block where it stands, −1 for a value that stands in no block
 * @param visible whether a reader sees it; what only machines read is matched, never missed
 */
record Item(Sort sort, String text, String key, String prefix, int block, int start, int end, boolean visible) {
    /** Stands for the prefix of an agency in the brackets of a dateline: a credit at another place is another one. */
    static final String IN_DATELINE = "(";

    /** Stands for the prefix of lines that say who worked on a story. */
    static final String TAIL = "\u2026";

    /** What a piece of furniture is; each sort is aligned by itself. */
    enum Sort {
        HEADLINE(ChangeKind.HEADLINE_CHANGED, ArticleField.HEADLINE),
        STANDFIRST(ChangeKind.STANDFIRST_CHANGED, ArticleField.STANDFIRST),
        BYLINE(ChangeKind.BYLINE_CHANGED, ArticleField.BYLINE),
        DATELINE(ChangeKind.DATELINE_CHANGED, ArticleField.DATELINE),
        TIMESTAMP(ChangeKind.TIMESTAMP_CHANGED, ArticleField.TIMESTAMP),
        TEXT_CREDIT(ChangeKind.CREDIT_CHANGED, ArticleField.CREDIT),
        PHOTO_CREDIT(ChangeKind.CREDIT_CHANGED, ArticleField.CREDIT),
        IMAGE(ChangeKind.IMAGE_CHANGED, ArticleField.IMAGE),
        CAPTION(ChangeKind.CAPTION_CHANGED, ArticleField.CAPTION),
        CORRECTION(ChangeKind.CORRECTION_NOTE, ArticleField.CORRECTION),
        PROVENANCE(ChangeKind.PROVENANCE_NOTE, ArticleField.PROVENANCE);

        final ChangeKind kind;
        final ArticleField field;

        Sort(ChangeKind kind, ArticleField field) {
            this.kind = kind;
            this.field = field;
        }
    }

    /** The same piece behind other words. */
    Item introducedBy(String words) {
        return new Item(sort, text, key, words, block, start, end, visible);
    }

    /** Whether two prefixes introduce the same holder in the same way; one that is missing says nothing. */
    static boolean sameIntroduction(Item x, Item y) {
        boolean place = x.prefix.equals(IN_DATELINE) || y.prefix.equals(IN_DATELINE);
        boolean tail = x.prefix.equals(TAIL) || y.prefix.equals(TAIL);
        return x.prefix.equals(y.prefix) || !place && !tail && (x.prefix.isEmpty() || y.prefix.isEmpty());
    }

    /** The same piece at another place of its block. */
    Item at(int from, int to) {
        return new Item(sort, text, key, prefix, block, from, to, visible);
    }

    List<Span> spans() {
        return block < 0 ? List.of() : List.of(new Span(block, start, end));
    }
}

package org.pressmark.model;

import java.util.Locale;

/** What a block of an article is. The names are those of the JSON and of the scorer, in lower case with hyphens. */
public enum BlockKind {
    HEADLINE(false),
    KICKER(false),
    STANDFIRST(true),
    BYLINE(false),
    DATELINE(false),
    TIMESTAMP(false),
    PARAGRAPH(true),
    HEADING(true),
    BLOCKQUOTE(true),
    PULL_QUOTE(false),
    LIST(true),
    TABLE(true),
    PREFORMATTED(true),
    /** Long program text or data on a page that has about as much of these as of words to read: beside the text, as a figure is. */
    LISTING(false),
    EMBED(true),
    IMAGE(false),
    CAPTION(false),
    CREDIT(false),
    SOURCE_LINE(false),
    ORIGINAL_URL(false),
    CORRECTION_NOTE(true),
    AUTHOR_NOTE(false),
    RELATED(false),
    PROMO(false),
    COMMENT_FORM(false),
    OTHER(false);

    private final boolean body;

    BlockKind(boolean body) {
        this.body = body;
    }

    /** True where the block's text belongs to the article's body. */
    public boolean body() {
        return body;
    }

    /** The word in JSON, e.g. {@code source-line}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.pressmark.store;

import java.util.List;
import org.pressmark.model.LinkWord;
import org.pressmark.model.UrlKey;

/** Table {@code link_word}: what people said of links. */
public final class LinkWordTable {
    private final Sql sql;

    LinkWordTable(Sql sql) {
        this.sql = sql;
    }

    /** Adds a word; one that is there already stays as it is. */
    public void add(LinkWord word) {
        sql.update(
                """
                    INSERT INTO link_word (record_key, record_id, said_at, said_ns, word, child, child_key, parent, parent_key,
                      note, said_by) VALUES (\
                    """ + Sql.marks(11) + ") ON CONFLICT DO NOTHING",
                Keys.of(word.recordId()),
                word.recordId(),
                Sql.at(word.at()),
                Sql.ns(word.at()),
                Sql.word(word.word()),
                word.child(),
                Keys.of(UrlKey.of(word.child())),
                word.parent(),
                word.parentPage().map(Keys::of),
                word.note(),
                word.by());
    }

    /** What was said of links from or to a page, the last word last. */
    public List<LinkWord> about(UrlKey page) {
        return sql.list(
                "SELECT * FROM link_word WHERE child_key = ? OR parent_key = ? ORDER BY said_at, said_ns, record_id",
                row -> new LinkWord(
                        row.text("record_id"),
                        row.instant("said"),
                        row.word("word", LinkWord.Word.class),
                        row.text("child"),
                        row.text("parent"),
                        row.text("note"),
                        row.text("said_by")),
                Keys.of(page),
                Keys.of(page));
    }
}

package org.pressmark.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Article;
import org.pressmark.model.Version;

/** Table {@code search_due}: which pages the word index does not know as they are now. */
public final class SearchTable {
    private static final UUID EVERYTHING = new UUID(0, 0);

    private final Sql sql;
    private final ArticleTable articles;

    SearchTable(Sql sql, ArticleTable articles) {
        this.sql = sql;
        this.articles = articles;
    }

    /**
     * Some pages whose texts changed.
     *
     * @param rows the rows that say so, to be given to {@link #done}
     * @param pages their keys, each once
     */
    public record Due(List<Long> rows, Set<UUID> pages) {
        public Due {
            rows = List.copyOf(rows);
            pages = Set.copyOf(pages);
        }

        /** The last of the rows, 0 where there are none. */
        public long last() {
            return rows.isEmpty() ? 0 : rows.get(rows.size() - 1);
        }
    }

    /** A text of a page, as the word index is to know it. */
    public record Text(Version version, String url, Article article) {}

    /** Notes that the texts of a page changed. */
    void changed(UUID page) {
        sql.update("INSERT INTO search_due (page_key) VALUES (?)", page);
    }

    /**
     * The next pages; empty where there are no more.
     *
     * @param after the last row that is known already, 0 for none
     */
    public Due due(long after, int limit) {
        List<Long> rows = new ArrayList<>();
        Set<UUID> pages = new LinkedHashSet<>();
        sql.each(
                "SELECT id, page_key FROM search_due WHERE id > ? ORDER BY id LIMIT ?",
                row -> {
                    rows.add(row.number("id"));
                    pages.add(row.key("page_key"));
                },
                after,
                limit);
        pages.remove(EVERYTHING);
        return new Due(rows, pages);
    }

    /** How many rows are waiting. */
    public long waiting() {
        return sql.number("SELECT count(*) FROM search_due");
    }

    /** True where the word index is to be made anew as a whole. */
    public boolean everything() {
        return sql.number(
                        "SELECT count(*) FROM (SELECT 1 FROM search_due WHERE page_key = ? LIMIT 1) AS found",
                        EVERYTHING)
                > 0;
    }

    /** Makes every page that has texts wait, and nothing else. */
    public void begin() {
        sql.update("DELETE FROM search_due");
        sql.update("INSERT INTO search_due (page_key) SELECT page_key FROM page WHERE versions > 0");
    }

    /** Some pages that have texts, by their keys, whether they wait or not. */
    public List<UUID> pages(UUID after, int limit) {
        return sql.list(
                "SELECT page_key FROM page WHERE versions > 0 AND page_key > ? ORDER BY page_key LIMIT ?",
                row -> row.key("page_key"),
                after,
                limit);
    }

    /** Removes rows that the word index knows now. */
    public void done(Due due) {
        List<@Nullable Object[]> keys = new ArrayList<>();
        due.rows().forEach(row -> keys.add(new @Nullable Object[] {row}));
        sql.batch("DELETE FROM search_due WHERE id = ?", keys);
    }

    /** The last of the rows that wait, 0 where none does. */
    public long last() {
        return sql.number("SELECT coalesce(max(id), 0) FROM search_due");
    }

    /** Some texts of a page, the first first. */
    public List<Text> texts(UUID page, int offset, int limit) {
        List<Text> out = new ArrayList<>();
        for (Version version : new VersionTable(sql, articles, this).of(page, offset, limit)) {
            Optional<Article> article = articles.ofVersion(version);
            String url = sql.first(
                            "SELECT url FROM capture WHERE record_key = ?",
                            row -> row.text("url"),
                            Keys.of(version.firstCapture()))
                    .orElse("");
            article.ifPresent(found -> out.add(new Text(version, url, found)));
        }
        return out;
    }

    /** The key by which {@link Due} names a page. */
    public static UUID key(org.pressmark.model.UrlKey page) {
        return Keys.of(page);
    }
}

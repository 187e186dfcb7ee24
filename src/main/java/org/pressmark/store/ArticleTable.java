package org.pressmark.store;

import java.util.Optional;
import java.util.UUID;
import org.pressmark.json.ArticleJson;
import org.pressmark.json.Json;
import org.pressmark.model.Article;
import org.pressmark.model.Digest;
import org.pressmark.text.WordRuns;

/** Tables {@code article} and {@code wording}: what captures say, each kept once. */
public final class ArticleTable {
    /** Words of a run by which texts are compared. */
    private static final int RUN = 5;

    private final Sql sql;
    private final LatestArticles latest;
    private final LatestRuns runs;

    ArticleTable(Sql sql, LatestArticles latest, LatestRuns runs) {
        this.sql = sql;
        this.latest = latest;
        this.runs = runs;
    }

    /** The article of a capture. */
    public Optional<Article> ofCapture(String recordId) {
        return key(recordId).flatMap(key -> latest.find(key, () -> read(key)));
    }

    /** The distinct runs of five words of a capture's article text, hashed, ascending; not to be changed. */
    public Optional<long[]> runs(String recordId) {
        return key(recordId)
                .flatMap(key -> runs.find(
                        key,
                        () -> latest.find(key, () -> read(key))
                                .map(article -> WordRuns.set(WordRuns.words(article.body()), RUN))));
    }

    private Optional<UUID> key(String recordId) {
        return sql.first(
                "SELECT article_key FROM capture_text WHERE capture_key = ?",
                row -> row.key("article_key"),
                Keys.of(recordId));
    }

    /** The article of a version: that of its first capture. */
    public Optional<Article> ofVersion(org.pressmark.model.Version version) {
        return ofCapture(version.firstCapture());
    }

    /** The name of the rules that made a capture's article. */
    public Optional<String> extractor(String recordId) {
        return sql.first(
                "SELECT a.extractor FROM capture_text t JOIN article a ON a.article_key = t.article_key WHERE"
                        + " t.capture_key = ?",
                row -> row.text("extractor"),
                Keys.of(recordId));
    }

    /** How many page captures hold an article that these rules made. */
    public long madeBy(String extractor) {
        return sql.number(
                "SELECT count(*) FROM capture_text t JOIN article a ON a.article_key = t.article_key WHERE a.extractor"
                        + " = ?",
                extractor);
    }

    /** Keeps an article, and gives its key. */
    UUID keep(Article article) {
        String json = Json.compact(ArticleJson.writeStored(article));
        UUID key = Keys.of(json);
        if (sql.number("SELECT count(*) FROM article WHERE article_key = ?", key) == 0) {
            sql.update(
                    "INSERT INTO article (article_key, extractor, json) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    key,
                    article.extractor(),
                    Packed.pack(json));
        }
        latest.add(key, article);
        return key;
    }

    /** The id of a text, kept now where it is new. */
    long wording(Digest text) {
        Optional<Long> known = findWording(text);
        if (known.isPresent()) {
            return known.get();
        }
        sql.update("INSERT INTO wording (digest, crowd) VALUES (?, FALSE) ON CONFLICT DO NOTHING", text.toString());
        return findWording(text).orElseThrow(() -> new StoreException("the index did not take the text " + text));
    }

    Optional<Long> findWording(Digest text) {
        return sql.first("SELECT id FROM wording WHERE digest = ?", row -> row.number("id"), text.toString());
    }

    /** True where a text is known to have so many others around it that no conclusions are kept of them. */
    public boolean crowd(Digest text) {
        return sql.number("SELECT count(*) FROM wording WHERE digest = ? AND crowd", text.toString()) > 0;
    }

    /**
     * Notes that a text belongs to a crowd; it stays so as long as the text is kept.
     *
     * @return false where it was known
     */
    public boolean joinCrowd(Digest text) {
        return sql.update("UPDATE wording SET crowd = TRUE WHERE digest = ? AND NOT crowd", text.toString()) > 0;
    }

    /** Drops an article that no capture has any more, with its claims. */
    void dropUnusedArticle(UUID key) {
        if (unused("article_key", key)) {
            sql.update("DELETE FROM claim WHERE article_key = ?", key);
            sql.update("DELETE FROM article WHERE article_key = ?", key);
        }
    }

    /** Drops a text that no capture has any more, with its fingerprints. */
    void dropUnusedWording(long id) {
        if (unused("wording_id", id)) {
            sql.update("DELETE FROM fingerprint WHERE wording_id = ?", id);
            sql.update("DELETE FROM wording WHERE id = ?", id);
        }
    }

    /** Looks for one, and does not count those that say the same: they may be any number. */
    private boolean unused(String column, Object value) {
        return sql.number(
                        "SELECT count(*) FROM (SELECT 1 FROM capture_text WHERE " + column + " = ? LIMIT 1) AS found",
                        value)
                == 0;
    }

    private Optional<Article> read(UUID key) {
        return sql.first(
                "SELECT json FROM article WHERE article_key = ?",
                row -> ArticleJson.read(Json.parse(row.packed("json"))),
                key);
    }
}

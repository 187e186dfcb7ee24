package org.pressmark.store;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Evidence;
import org.pressmark.model.Place;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/**
 * Table {@code claim}. Claims are kept once for each article, however many captures hold it; when they are read for a
 * capture, they carry that capture's record id, and as evidence the record that holds the characters: the capture's own, or
 * for a revisit the one that it refers to. What a feed says of a page is kept as if it were an article of its own, which no
 * capture holds: its first claim names the page.
 */
public final class ClaimTable {
    private static final String SELECT = """
        SELECT cl.*, c.record_id, coalesce(cl.evidence_record, c.refers_record, c.record_id) AS holder
        FROM claim cl JOIN capture_text t ON t.article_key = cl.article_key JOIN capture c ON c.record_key = t.capture_key
        """;

    /** What stands in place of an article's rules where a feed speaks of a page. */
    private static final String FEED = "feed";

    private static final String FEED_ITEM = Sql.word(Claim.Kind.FEED_ITEM);
    private static final int MOST_OF_FEEDS = 200;

    private final Sql sql;

    ClaimTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * Sets the claims of a capture's article, in place of those that are there.
     *
     * @param recordId a capture whose version was placed
     * @throws StoreException if the capture has no article
     */
    public void replace(String recordId, List<Claim> claims) {
        UUID article = sql.first(
                        "SELECT article_key FROM capture_text WHERE capture_key = ?",
                        row -> row.key("article_key"),
                        Keys.of(recordId))
                .orElseThrow(() -> new StoreException("no article is kept for the capture " + recordId));
        if (ofCapture(recordId).equals(claims)) {
            return;
        }
        Optional<String> original = sql.first(
                        "SELECT refers_record FROM capture WHERE record_key = ?",
                        row -> row.optionalText("refers_record"),
                        Keys.of(recordId))
                .flatMap(found -> found);
        sql.update("DELETE FROM claim WHERE article_key = ?", article);
        insert(
                article,
                claims,
                claim -> Optional.of(claim.evidence().recordId())
                        .filter(holder -> !holder.equals(recordId)
                                && original.filter(holder::equals).isEmpty()));
    }

    private void insert(UUID article, List<Claim> claims, Function<Claim, Optional<String>> holder) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Claim claim : claims) {
            rows.add(values(article, rows.size(), claim, holder.apply(claim)));
        }
        sql.batch("""
            INSERT INTO claim (article_key, seq, kind, scope, claim_value, target_url, target_key, agent, rule,
              evidence_record, exact, prefix, suffix, start_char, end_char, start_byte, end_byte, selector)
            VALUES (\
            """ + Sql.marks(18) + ")", rows);
    }

    /** The claims of a capture's article, in the order in which they were found. */
    public List<Claim> ofCapture(String recordId) {
        return sql.list(SELECT + "WHERE t.capture_key = ? ORDER BY cl.seq", ClaimTable::map, Keys.of(recordId));
    }

    /** The claims of a version: those of its first capture. */
    public List<Claim> ofVersion(Version version) {
        return ofCapture(version.firstCapture());
    }

    /**
     * Keeps what a feed says of a page. What it says in each of its captures is kept once, as the earliest has it.
     *
     * @param feed a stored capture of the feed
     * @param claims first that the feed has the page ({@link Claim.Kind#FEED_ITEM}), then what it says of it
     * @return true where that is news
     */
    public boolean keepFeedItem(Capture feed, List<Claim> claims) {
        ArrayNode says = Json.array().add(feed.key().surt());
        claims.forEach(claim -> says.add(claim.kind().word() + " " + claim.value()));
        String json = Json.compact(says);
        UUID item = Keys.of(json);
        Optional<String> holder = sql.first(
                "SELECT evidence_record FROM claim WHERE article_key = ? AND seq = 0",
                row -> row.text("evidence_record"),
                item);
        if (holder.isPresent() && !earlier(feed, holder.get())) {
            return false;
        }
        if (holder.isPresent()) {
            sql.update("DELETE FROM claim WHERE article_key = ?", item);
        } else {
            sql.update(
                    "INSERT INTO article (article_key, extractor, json) VALUES (?, ?, ?)",
                    item,
                    FEED,
                    Packed.pack(json));
        }
        insert(item, claims, claim -> Optional.of(feed.recordId()));
        return true;
    }

    private boolean earlier(Capture feed, String holder) {
        return sql.number(
                        "SELECT count(*) FROM capture WHERE record_key = ? AND (captured_at > ? OR captured_at = ? AND"
                                + " (captured_ns > ? OR captured_ns = ? AND record_id > ?))",
                        Keys.of(holder),
                        Sql.at(feed.date()),
                        Sql.at(feed.date()),
                        Sql.ns(feed.date()),
                        Sql.ns(feed.date()),
                        feed.recordId())
                > 0;
    }

    /** What feeds say of a page. */
    public List<Claim> ofFeeds(UrlKey page) {
        return sql.list("""
            SELECT cl.*, cl.evidence_record AS record_id, cl.evidence_record AS holder
            FROM claim item JOIN claim cl ON cl.article_key = item.article_key AND cl.seq > 0
            WHERE item.target_key = ? AND item.kind = ? ORDER BY item.article_key, cl.seq LIMIT ?\
            """, ClaimTable::map, Keys.of(page), FEED_ITEM, MOST_OF_FEEDS);
    }

    /** Addresses of pages of which a feed says that they come from this one, by claims of these kinds. */
    public List<String> feedItemsNaming(UrlKey target, Set<Claim.Kind> kinds) {
        List<Object> values = new ArrayList<>(List.of(Keys.of(target), FEED_ITEM));
        kinds.stream().map(Sql::word).sorted().forEach(values::add);
        values.add(MOST_OF_FEEDS);
        return sql.list(
                "SELECT DISTINCT item.claim_value FROM claim cl JOIN claim item ON item.article_key = cl.article_key"
                        + " AND item.seq = 0 WHERE cl.target_key = ? AND item.kind = ? AND cl.kind IN ("
                        + Sql.marks(kinds.size()) + ") ORDER BY item.claim_value LIMIT ?",
                row -> row.text("claim_value"),
                values.toArray());
    }

    /**
     * Forgets what captures of feeds hold. Looks through all claims: for takedowns.
     *
     * @return addresses of the pages of which they said something
     */
    public List<String> removeFeeds(List<String> recordIds) {
        List<UUID> items = new ArrayList<>();
        List<String> pages = new ArrayList<>();
        for (int from = 0; from < recordIds.size(); from += Sql.BATCH) {
            List<Object> values = new ArrayList<>(List.of(FEED_ITEM));
            values.addAll(recordIds.subList(from, Math.min(recordIds.size(), from + Sql.BATCH)));
            sql.each(
                    "SELECT article_key, claim_value FROM claim WHERE seq = 0 AND kind = ? AND evidence_record IN ("
                            + Sql.marks(values.size() - 1) + ")",
                    row -> {
                        items.add(row.key("article_key"));
                        pages.add(row.text("claim_value"));
                    },
                    values.toArray());
        }
        for (UUID item : items) {
            sql.update("DELETE FROM claim WHERE article_key = ?", item);
            sql.update("DELETE FROM article WHERE article_key = ?", item);
        }
        return pages;
    }

    /** Claims that name this address, one for each version that makes it: who says that it comes from there. */
    public List<Claim> naming(UrlKey target, int limit) {
        return sql.list(SELECT + """
            JOIN version v ON v.page_key = t.page_key AND v.first_at = t.captured_at
              AND v.first_ns = t.captured_ns AND v.first_capture = t.capture_key
            WHERE cl.target_key = ? ORDER BY v.first_at, v.first_ns, v.page_key, v.first_capture, cl.seq LIMIT ?\
            """, ClaimTable::map, Keys.of(target), limit);
    }

    private static @Nullable Object[] values(UUID article, int seq, Claim claim, Optional<String> holder) {
        Evidence evidence = claim.evidence();
        Place place = evidence.place();
        return new @Nullable Object[] {
            article,
            seq,
            Sql.word(claim.kind()),
            Sql.word(claim.scope()),
            claim.value(),
            claim.targetUrl(),
            claim.targetUrl().map(url -> Keys.of(UrlKey.of(url))),
            claim.agent(),
            claim.rule(),
            holder,
            evidence.exact(),
            evidence.prefix(),
            evidence.suffix(),
            place.start(),
            place.end(),
            place.startByte(),
            place.endByte(),
            place.selector()
        };
    }

    private static Claim map(Row row) throws SQLException {
        Place place = new Place(
                row.integer("start_char"),
                row.integer("end_char"),
                row.number("start_byte"),
                row.number("end_byte"),
                row.text("selector"));
        return new Claim(
                row.text("record_id"),
                row.word("kind", Claim.Kind.class),
                row.word("scope", Claim.Scope.class),
                row.text("claim_value"),
                row.optionalText("target_url"),
                row.optionalText("agent"),
                row.text("rule"),
                new Evidence(row.text("holder"), row.text("exact"), row.text("prefix"), row.text("suffix"), place));
    }
}

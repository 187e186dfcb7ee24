package org.pressmark.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Claim;
import org.pressmark.model.Evidence;
import org.pressmark.model.Place;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;

/**
 * Table {@code claim}. Claims are kept once for each article, however many captures hold it; when they are read for a
 * capture, they carry that capture's record id, and as evidence the record that holds the characters: the capture's own, or
 * for a revisit the one that it refers to.
 */
public final class ClaimTable {
    private static final String SELECT = """
            SELECT cl.*, c.record_id, coalesce(cl.evidence_record, c.refers_record, c.record_id) AS holder
            FROM claim cl JOIN capture_text t ON t.article_key = cl.article_key JOIN capture c ON c.record_key = t.capture_key
            """;

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
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Claim claim : claims) {
            String holder = claim.evidence().recordId();
            boolean own =
                    holder.equals(recordId) || original.filter(holder::equals).isPresent();
            rows.add(values(article, rows.size(), claim, own ? Optional.empty() : Optional.of(holder)));
        }
        sql.batch("""
                INSERT INTO claim (article_key, seq, kind, scope, claim_value, target_url, target_key, agent, rule,
                  evidence_record, exact, prefix, suffix, start_char, end_char, start_byte, end_byte, selector)
                VALUES (""" + Sql.marks(18) + ")", rows);
    }

    /** The claims of a capture's article, in the order in which they were found. */
    public List<Claim> ofCapture(String recordId) {
        return sql.list(SELECT + "WHERE t.capture_key = ? ORDER BY cl.seq", ClaimTable::map, Keys.of(recordId));
    }

    /** The claims of a version: those of its first capture. */
    public List<Claim> ofVersion(Version version) {
        return ofCapture(version.firstCapture());
    }

    /** Claims that name this address, one for each version that makes it: who says that it comes from there. */
    public List<Claim> naming(UrlKey target, int limit) {
        return sql.list(SELECT + """
                        JOIN version v ON v.page_key = t.page_key AND v.number = t.version_number
                          AND v.first_capture = t.capture_key
                        WHERE cl.target_key = ? ORDER BY v.first_at, v.first_ns, v.page_key, v.number, cl.seq LIMIT ?""", ClaimTable::map, Keys.of(target), limit);
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

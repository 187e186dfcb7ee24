package org.pressmark.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;
import org.pressmark.model.Version;
import org.pressmark.text.WordRuns;

/** Table {@code fingerprint}: which passages stand in which texts. */
public final class FingerprintTable {
    /** Where every fingerprint is boilerplate, the {@value #RAREST} rarest of the first {@value #COUNTED} are looked at. */
    private static final int RAREST = 3;

    private static final int COUNTED = 200;

    /** Where fingerprints stand in more texts than so many on average, they are looked up one by one. */
    private static final int PLACES = 100;

    /** So many are looked up in one question: a book has more than a database takes, or should hold answers to. */
    static final int TOGETHER = 1_000;

    private final Sql sql;
    private final ArticleTable articles;
    private final VersionTable versions;

    FingerprintTable(Sql sql, ArticleTable articles, VersionTable versions) {
        this.sql = sql;
        this.articles = articles;
        this.versions = versions;
    }

    /**
     * A text that shares fingerprints with another.
     *
     * @param shared how many
     * @param versions where it stands, the earliest seen first; never empty
     */
    public record Candidate(Digest text, int shared, List<Version> versions) {
        public Candidate {
            versions = List.copyOf(versions);
        }
    }

    /**
     * Sets the fingerprints of a text, in place of those that are there; equal ones count once.
     *
     * @param text digest of the folded article text of a version that was placed
     */
    public void replace(Digest text, long[] fingerprints) {
        long id = articles.findWording(text)
                .orElseThrow(() -> new StoreException("no capture is kept with the text " + text));
        long[] wanted = WordRuns.distinct(fingerprints);
        if (Arrays.equals(wanted, of(text))) {
            return;
        }
        // one after the other, where several set those of one text at once
        sql.number("SELECT id FROM wording WHERE id = ? FOR UPDATE", id);
        long[] there = of(text);
        if (Arrays.equals(wanted, there)) {
            return;
        }
        if (there.length > 0) {
            sql.update("DELETE FROM fingerprint WHERE wording_id = ?", id);
        }
        List<@Nullable Object[]> rows = new ArrayList<>(wanted.length);
        for (long hash : wanted) {
            rows.add(new @Nullable Object[] {hash, id});
        }
        sql.batch("INSERT INTO fingerprint (hash, wording_id) VALUES (?, ?)", rows);
    }

    /** A text's fingerprints in rising order. */
    public long[] of(Digest text) {
        return sql.list("""
            SELECT p.hash FROM fingerprint p JOIN wording w ON w.id = p.wording_id
            WHERE w.digest = ? ORDER BY p.hash\
            """, row -> row.number("hash"), text.toString()).stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Stored texts that share fingerprints with these, the most first, then by digest.
     *
     * @param fingerprints of the text that is asked about, which is among the results where it is stored
     * @param atLeast how many a text must share, from 1
     * @param limit how many texts at most
     * @param commonest fingerprints that stand in more texts than this are boilerplate and are not looked at, unless there
     *     are no others
     */
    public List<Candidate> sharing(long[] fingerprints, int atLeast, int limit, int commonest) {
        long[] asked = WordRuns.distinct(fingerprints);
        Map<Long, Integer> shared = new HashMap<>();
        for (int from = 0; from < asked.length; from += TOGETHER) {
            long[] some = Arrays.copyOfRange(asked, from, Math.min(from + TOGETHER, asked.length));
            for (List<Long> texts : texts(some, commonest)) {
                texts.forEach(text -> shared.merge(text, 1, Integer::sum));
            }
        }
        if (shared.isEmpty()) {
            // nothing but words that very many have: a story that everybody carries
            rarest(asked)
                    .forEach(hash ->
                            texts(hash, Integer.MAX_VALUE).forEach(text -> shared.merge(text, 1, Integer::sum)));
        }
        return candidates(shared, atLeast, limit);
    }

    /**
     * A text that shares fingerprints with another, for whoever need not know where it stands.
     *
     * @param text its number in this index
     * @param crowd whether it is known to belong to a crowd ({@link ArticleTable#crowd})
     */
    public record Near(long text, int shared, boolean crowd) {}

    /**
     * The texts among which those that a text came from, or went to, will be, the most shared first: as {@link #sharing}, but
     * reading little where there are hundreds. What they share is exact where no fingerprint stands in more texts than
     * {@code limit}.
     */
    public List<Near> likeliest(long[] fingerprints, int atLeast, int limit, int commonest) {
        Map<Long, Integer> shared = LikeliestTexts.of(sql, WordRuns.distinct(fingerprints), limit, commonest);
        List<Map.Entry<Long, Integer>> most = most(shared, atLeast, limit);
        Set<Long> crowd = new HashSet<>();
        for (List<Long> part : Sql.parts(most.stream().map(Map.Entry::getKey).toList())) {
            sql.each(
                    "SELECT id FROM wording WHERE crowd AND id IN (" + Sql.marks(part.size()) + ")",
                    row -> crowd.add(row.number("id")),
                    part.toArray());
        }
        return most.stream()
                .map(one -> new Near(one.getKey(), one.getValue(), crowd.contains(one.getKey())))
                .toList();
    }

    private static List<Map.Entry<Long, Integer>> most(Map<Long, Integer> shared, int atLeast, int limit) {
        return shared.entrySet().stream()
                .filter(entry -> entry.getValue() >= atLeast)
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .toList();
    }

    private List<Candidate> candidates(Map<Long, Integer> shared, int atLeast, int limit) {
        List<Candidate> out = new ArrayList<>();
        most(shared, atLeast, limit).forEach(entry -> candidate(entry.getKey(), entry.getValue(), out));
        return out;
    }

    /** For each hash that stands in no more texts than so many, these texts. */
    private Collection<List<Long>> texts(long[] hashes, int commonest) {
        Map<Long, List<Long>> out = new HashMap<>();
        List<long[]> found = places(sql, hashes, most(hashes));
        if (found.size() < most(hashes)) {
            found.forEach(row ->
                    out.computeIfAbsent(row[0], hash -> new ArrayList<>(1)).add(row[1]));
        } else {
            // one more than may be: of a hash that stands everywhere no more is read, however many texts there are
            for (long hash : hashes) {
                out.put(hash, texts(hash, commonest + 1));
            }
        }
        out.values().removeIf(texts -> texts.size() > commonest);
        return out.values();
    }

    /** Hashes and the texts in which they stand, at most so many pairs. */
    static List<long[]> places(Sql sql, long[] hashes, int most) {
        return sql.list(
                """
                SELECT p.hash, p.wording_id FROM UNNEST(CAST(? AS BIGINT ARRAY)) AS asked (hash)
                JOIN fingerprint p ON p.hash = asked.hash LIMIT ?\
                """,
                row -> new long[] {row.number("hash"), row.number("wording_id")},
                LongStream.of(hashes).boxed().toArray(Long[]::new),
                most);
    }

    private static int most(long[] hashes) {
        return PLACES * hashes.length + RAREST;
    }

    private List<Long> texts(long hash, int limit) {
        return sql.list(
                "SELECT wording_id FROM fingerprint WHERE hash = ? LIMIT ?",
                row -> row.number("wording_id"),
                hash,
                limit);
    }

    private List<Long> rarest(long[] hashes) {
        @Nullable Object[] asked = LongStream.of(hashes).limit(COUNTED).boxed().toArray();
        return hashes.length == 0
                ? List.of()
                : sql.list(
                        "SELECT hash FROM fingerprint WHERE hash IN (" + Sql.marks(asked.length)
                                + ") GROUP BY hash ORDER BY count(*), hash LIMIT " + RAREST,
                        row -> row.number("hash"),
                        asked);
    }

    private void candidate(long wording, int shared, List<Candidate> out) {
        List<Version> where = versions.withText(wording, Integer.MAX_VALUE);
        if (!where.isEmpty()) {
            out.add(new Candidate(where.get(0).textDigest(), shared, where));
        }
    }
}

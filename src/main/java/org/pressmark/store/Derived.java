package org.pressmark.store;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.pressmark.model.Digest;

/**
 * The derived tables as what they say: rows by the nouns' own names, without the numbers that a database gives and without
 * order. Two indexes of the same WARC files say the same.
 */
final class Derived {
    /**
     * What is compared, by table. {@code warc_file} is left out: it tells how far the files were read, which a rebuild may
     * know better; {@code wording} stands in the rows that use it.
     */
    static final Map<String, String> ROWS = rows();

    /** Tables of conclusions; their first column is the key of the text that was asked about. */
    private static final Set<String> CONCLUDED = Set.of("chain_node", "derivation", "reason");

    private static final int FOCUS = "focus_key='".length();
    private static final int KEY_LENGTH = 36;

    private static final int BUCKETS = 256;
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private Derived() {}

    private static Map<String, String> rows() {
        Map<String, String> out = new LinkedHashMap<>();
        out.put("capture", """
            SELECT c.record_id, c.url, c.url_key, c.captured_at, c.captured_ns, c.kind, c.purpose, c.status,
              c.media_type, c.payload, c.payload_length, f.name, c.record_offset, c.record_length, c.refers_url,
              c.refers_at, c.refers_ns, c.refers_record, c.redirect, c.course, c.truncated
            FROM capture c JOIN warc_file f ON f.id = c.file_id\
            """);
        out.put("page", """
            SELECT p.url_key, p.first_at, p.first_ns, p.last_at, p.last_ns, c.record_id, p.captures, p.versions
            FROM page p LEFT JOIN capture c ON c.record_key = p.last_capture\
            """);
        out.put("twin", """
            SELECT t.record_id, f.name, t.record_offset, t.record_length FROM twin t JOIN warc_file f ON f.id = t.file_id\
            """);
        out.put("version", """
            SELECT c.url_key, c.record_id, v.first_at, v.first_ns, v.last_at, v.last_ns, v.captures, w.digest,
              v.headline
            FROM version v JOIN capture c ON c.record_key = v.first_capture JOIN wording w ON w.id = v.wording_id\
            """);
        out.put("capture_text", """
            SELECT c.record_id, t.article_key, w.digest, t.headline
            FROM capture_text t JOIN capture c ON c.record_key = t.capture_key JOIN wording w ON w.id = t.wording_id\
            """);
        out.put("article", "SELECT article_key, extractor, json FROM article");
        out.put("claim", "SELECT * FROM claim");
        out.put("fingerprint", "SELECT w.digest, p.hash FROM fingerprint p JOIN wording w ON w.id = p.wording_id");
        out.put("link_word", "SELECT * FROM link_word");
        out.put("chain_node", "SELECT focus_key, focus, seq, node, json FROM chain_node");
        out.put("derivation", "SELECT * FROM derivation");
        out.put("reason", "SELECT * FROM reason");
        return java.util.Collections.unmodifiableMap(out);
    }

    /** A digest of everything that the tables say, equal for equal contents. */
    static Digest digest(Sql sql) {
        MessageDigest all = Keys.sha256();
        for (Map.Entry<String, String> table : ROWS.entrySet()) {
            all.update(table.getKey().getBytes(StandardCharsets.UTF_8));
            for (BigInteger sum : sums(sql, table.getValue())) {
                all.update(sum.toString(16).getBytes(StandardCharsets.UTF_8));
                all.update((byte) '\n');
            }
        }
        return Digest.of(Digest.Algorithm.SHA256, all.digest());
    }

    /** How two databases differ, with at most so many rows a table and side. */
    static Differences differences(Sql one, Sql other, int examples) {
        List<Differences.Difference> out = new ArrayList<>();
        for (Map.Entry<String, String> table : ROWS.entrySet()) {
            BigInteger[] left = sums(one, table.getValue());
            BigInteger[] right = sums(other, table.getValue());
            if (Arrays.equals(left, right)) {
                continue;
            }
            boolean[] wanted = new boolean[BUCKETS];
            for (int i = 0; i < BUCKETS; i++) {
                wanted[i] = !left[i].equals(right[i]);
            }
            Map<String, Integer> rows = new HashMap<>();
            collect(one, table.getValue(), wanted, row -> rows.merge(row, 1, Integer::sum));
            collect(other, table.getValue(), wanted, row -> rows.merge(row, -1, Integer::sum));
            rows.values().removeIf(count -> count == 0);
            if (CONCLUDED.contains(table.getKey())) {
                removeKept(rows, one, other);
            }
            if (rows.isEmpty()) {
                continue;
            }
            out.add(new Differences.Difference(
                    table.getKey(),
                    total(rows, true),
                    total(rows, false),
                    examples(rows, true, examples),
                    examples(rows, false, examples)));
        }
        return new Differences(out);
    }

    /** Whether a text is of a crowd, of which nothing is kept, depends on what was there when it came: no difference. */
    private static void removeKept(Map<String, Integer> rows, Sql one, Sql other) {
        Map<UUID, Boolean> crowdOfOne = new HashMap<>();
        Map<UUID, Boolean> crowdOfOther = new HashMap<>();
        rows.entrySet().removeIf(row -> {
            UUID focus = UUID.fromString(row.getKey().substring(FOCUS, FOCUS + KEY_LENGTH));
            return row.getValue() > 0
                    ? crowdOfOther.computeIfAbsent(focus, key -> crowd(other, key))
                    : crowdOfOne.computeIfAbsent(focus, key -> crowd(one, key));
        });
    }

    private static boolean crowd(Sql sql, UUID capture) {
        return sql.number(
                        "SELECT count(*) FROM capture_text t JOIN wording w ON w.id = t.wording_id"
                                + " WHERE t.capture_key = ? AND w.crowd",
                        capture)
                > 0;
    }

    private static long total(Map<String, Integer> rows, boolean first) {
        return rows.values().stream()
                .filter(count -> count > 0 == first)
                .mapToLong(Math::abs)
                .sum();
    }

    private static List<String> examples(Map<String, Integer> rows, boolean first, int limit) {
        return rows.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 == first)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(limit)
                .toList();
    }

    private static void collect(Sql sql, String select, boolean[] wanted, java.util.function.Consumer<String> out) {
        each(sql, select, (row, hash) -> {
            if (wanted[hash[0] & 0xff]) {
                out.accept(row);
            }
        });
    }

    /** Sums of the rows' digests, by the digests' first byte: equal for equal rows in any order, each as often. */
    private static BigInteger[] sums(Sql sql, String select) {
        BigInteger[] out = new BigInteger[BUCKETS];
        Arrays.fill(out, BigInteger.ZERO);
        each(sql, select, (row, hash) -> {
            int bucket = hash[0] & 0xff;
            out[bucket] = out[bucket].add(new BigInteger(1, hash)).mod(MODULUS);
        });
        return out;
    }

    private static void each(Sql sql, String select, BiConsumer<String, byte[]> out) {
        List<String> labels = new ArrayList<>();
        sql.each(select, row -> {
            if (labels.isEmpty()) {
                labels.addAll(labels(row.cells()));
            }
            String text = text(labels, row.cells());
            out.accept(text, Keys.sha256(text.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private static List<String> labels(ResultSet cells) throws SQLException {
        List<String> out = new ArrayList<>();
        for (int i = 1; i <= cells.getMetaData().getColumnCount(); i++) {
            out.add(cells.getMetaData().getColumnLabel(i));
        }
        return out;
    }

    private static String text(List<String> labels, ResultSet cells) throws SQLException {
        StringBuilder out = new StringBuilder();
        for (String label : labels) {
            out.append(out.isEmpty() ? "" : " ").append(label).append('=').append(cell(label, cells));
        }
        return out.toString();
    }

    private static String cell(String label, ResultSet cells) throws SQLException {
        Object value = cells.getObject(label);
        if (value == null) {
            return "–";
        }
        if (label.endsWith("_at")) {
            return cells.getObject(label, OffsetDateTime.class).toInstant().toString();
        }
        return "'" + (value instanceof byte[] packed ? Packed.unpack(packed) : value) + "'";
    }
}

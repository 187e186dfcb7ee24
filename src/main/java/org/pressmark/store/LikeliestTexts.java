package org.pressmark.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Texts that share most with one, found by reading no more of the index than that takes. A passage that stands in no more
 * texts than are wanted is looked up in all of them; of the others some stand for all, since with each of them there are more
 * texts than are wanted; and of a story that everybody carries the earliest and the latest texts are taken.
 */
final class LikeliestTexts {
    /** So many of the passages that stand in more texts than are wanted stand for all of them. */
    private static final int SAMPLE = 16;

    /** Where fingerprints stand in more texts than so many on average, they are looked up one by one. */
    private static final int FEW = 8;

    private final Sql sql;
    private final int wanted;
    private final int commonest;
    private final Map<Long, Integer> shared = new HashMap<>();
    private final List<Long> common = new ArrayList<>();

    private LikeliestTexts(Sql sql, int wanted, int commonest) {
        this.sql = sql;
        this.wanted = wanted;
        this.commonest = commonest;
    }

    /**
     * Ids of texts, with how many of the fingerprints each has: exactly where none stands in more texts than are wanted, about
     * where some do.
     *
     * @param hashes distinct, in rising order
     * @param wanted how many texts
     * @param commonest what stands in more texts than this is boilerplate, unless the text is made of hardly anything else
     */
    static Map<Long, Integer> of(Sql sql, long[] hashes, int wanted, int commonest) {
        LikeliestTexts texts = new LikeliestTexts(sql, wanted, commonest);
        for (int from = 0; from < hashes.length; from += FingerprintTable.TOGETHER) {
            texts.count(Arrays.copyOfRange(hashes, from, Math.min(from + FingerprintTable.TOGETHER, hashes.length)));
        }
        texts.sample(hashes.length);
        return texts.shared;
    }

    private void count(long[] hashes) {
        int most = FEW * hashes.length;
        List<long[]> rows = FingerprintTable.places(sql, hashes, most + 1);
        Map<Long, List<Long>> texts = new HashMap<>();
        if (rows.size() <= most) {
            rows.forEach(row ->
                    texts.computeIfAbsent(row[0], hash -> new ArrayList<>(1)).add(row[1]));
        } else {
            LongStream.of(hashes).forEach(hash -> texts.put(hash, first(hash, wanted + 1)));
        }
        for (long hash : hashes) {
            List<Long> where = texts.getOrDefault(hash, List.of());
            if (where.size() > wanted) {
                common.add(hash);
            } else {
                where.forEach(text -> shared.merge(text, 1, Integer::sum));
            }
        }
    }

    /** Takes some of the common ones, the same of every text. */
    private void sample(int asked) {
        List<Long> some = common.subList(0, Math.min(SAMPLE, common.size()));
        Map<Long, Integer> met = new HashMap<>();
        List<Long> boilerplate = new ArrayList<>();
        for (long hash : some) {
            List<Long> where = first(hash, commonest + 1);
            if (where.size() > commonest) {
                boilerplate.add(hash);
            } else {
                where.forEach(text -> met.merge(text, 1, Integer::sum));
            }
        }
        if ((long) boilerplate.size() * common.size() * 2 > (long) some.size() * asked) {
            for (long hash : boilerplate) {
                LongStream.concat(
                                first(hash, wanted - wanted / 2).stream().mapToLong(Long::longValue),
                                last(hash, wanted / 2).stream().mapToLong(Long::longValue))
                        .distinct()
                        .forEach(text -> met.merge(text, 1, Integer::sum));
            }
        }
        met.forEach(
                (text, count) -> shared.merge(text, (int) ((long) count * common.size() / some.size()), Integer::sum));
    }

    private List<Long> first(long hash, int limit) {
        return sql.list(
                "SELECT wording_id FROM fingerprint WHERE hash = ? ORDER BY hash, wording_id LIMIT ?",
                row -> row.number("wording_id"),
                hash,
                limit);
    }

    private List<Long> last(long hash, int limit) {
        return sql.list(
                "SELECT wording_id FROM fingerprint WHERE hash = ? ORDER BY hash DESC, wording_id DESC LIMIT ?",
                row -> row.number("wording_id"),
                hash,
                limit);
    }
}

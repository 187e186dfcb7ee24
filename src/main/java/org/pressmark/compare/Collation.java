package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Article;

/**
 * The bodies of many witnesses in columns: a word stands in the column of the words that correspond to it. Each witness is
 * aligned with the base, sentence by sentence as a pair is; what stands between the base's words is then aligned witness by
 * witness, so that words which the base lacks share columns too.
 */
final class Collation {
    /** Tokens of one witness that stand between two of the base. */
    private record Run(int witness, int from, int to) {}

    /** A column that the base has no word in. */
    private static final class Column {
        final int normal;
        final float weight;
        final List<int[]> held = new ArrayList<>();

        Column(int normal, float weight) {
            this.normal = normal;
            this.weight = weight;
        }
    }

    private final List<Doc> docs = new ArrayList<>();
    private final List<Words> words = new ArrayList<>();
    private final List<int[]> columnOf = new ArrayList<>();
    private final int base;
    private int width;

    /** @param base index of the witness that the others are aligned with */
    Collation(List<Article> articles, int base) {
        this.base = base;
        Article first = articles.get(base);
        String text = first.body().isBlank() ? articles.get(0).body() : first.body();
        Lexicon lexicon = Lexicon.of(first.language(), articles.get(0).language(), text);
        List<Side> sides =
                articles.stream().map(article -> new Side(article, lexicon)).toList();
        for (Side side : sides) {
            if (side != sides.get(base)) {
                Side.agree(sides.get(base), side);
            }
        }
        Words.Book book = new Words.Book();
        for (Side side : sides) {
            Doc doc = side.doc();
            docs.add(doc);
            words.add(new Words(doc, lexicon, book));
            columnOf.add(new int[doc.size()]);
        }
        Map<Integer, List<Run>> gaps = new HashMap<>();
        List<int[]> partners = new ArrayList<>();
        for (int w = 0; w < docs.size(); w++) {
            partners.add(w == base ? new int[0] : partners(w, gaps));
        }
        number(gaps, partners);
    }

    int witnesses() {
        return docs.size();
    }

    int base() {
        return base;
    }

    Doc doc(int witness) {
        return docs.get(witness);
    }

    Words words(int witness) {
        return words.get(witness);
    }

    /** How many columns there are. */
    int width() {
        return width;
    }

    /** The column of a token; columns rise along a witness. */
    int column(int witness, int token) {
        return columnOf.get(witness)[token];
    }

    /** The first token of a witness that stands in this column or behind it. */
    int tokenFrom(int witness, int column) {
        int at = Arrays.binarySearch(columnOf.get(witness), column);
        return at >= 0 ? at : -at - 1;
    }

    /** For each token of a witness its partner in the base or −1; the others are noted by the gap that they stand in. */
    private int[] partners(int w, Map<Integer, List<Run>> gaps) {
        Doc there = docs.get(w);
        Words ours = words.get(base);
        Words theirs = words.get(w);
        int[] partner = new int[there.size()];
        int[] end = new int[there.size()];
        Arrays.fill(partner, -1);
        List<Pairing> inOrder = Alignment.of(docs.get(base), ours, there, theirs).groups().stream()
                .filter(group -> !group.moved())
                .toList();
        int done = 0;
        int lastEnd = 0;
        for (Pairing group : inOrder) {
            if (group.bFrom() < done || group.aFrom() < lastEnd) {
                continue;
            }
            Arrays.fill(end, done, group.bFrom(), lastEnd);
            Arrays.fill(end, group.bFrom(), group.bTo(), group.aTo());
            int[] match = TokenDiff.match(
                    ours.normal, group.aFrom(), group.aTo(), theirs.normal, group.bFrom(), group.bTo(), ours.weight);
            for (int i = 0; i < match.length; i++) {
                if (match[i] >= 0) {
                    partner[match[i]] = group.aFrom() + i;
                }
            }
            done = group.bTo();
            lastEnd = group.aTo();
        }
        Arrays.fill(end, done, there.size(), lastEnd);
        note(w, partner, end, gaps);
        return partner;
    }

    /** What has no partner stands before the next word of its sentence that has one, else at the end of that sentence. */
    private static void note(int w, int[] partner, int[] end, Map<Integer, List<Run>> gaps) {
        int[] gap = new int[partner.length];
        int next = -1;
        for (int j = partner.length - 1; j >= 0; j--) {
            next = partner[j] >= 0 ? j : next;
            gap[j] = next >= 0 && end[next] == end[j] ? partner[next] : end[j];
        }
        for (int from = 0; from < partner.length; ) {
            int to = from + 1;
            if (partner[from] < 0) {
                while (to < partner.length && partner[to] < 0 && gap[to] == gap[from]) {
                    to++;
                }
                gaps.computeIfAbsent(gap[from], key -> new ArrayList<>()).add(new Run(w, from, to));
            }
            from = to;
        }
    }

    private void number(Map<Integer, List<Run>> gaps, List<int[]> partners) {
        int size = docs.get(base).size();
        int[] baseColumn = columnOf.get(base);
        for (int i = 0; i <= size; i++) {
            List<Run> runs = gaps.get(i);
            if (runs != null) {
                for (Column column : columns(runs)) {
                    for (int[] held : column.held) {
                        columnOf.get(held[0])[held[1]] = width;
                    }
                    width++;
                }
            }
            if (i < size) {
                baseColumn[i] = width++;
            }
        }
        for (int w = 0; w < partners.size(); w++) {
            int[] partner = partners.get(w);
            for (int j = 0; j < partner.length; j++) {
                if (partner[j] >= 0) {
                    columnOf.get(w)[j] = baseColumn[partner[j]];
                }
            }
        }
    }

    /** The columns of one gap: those of the first witness, to which each further one is aligned in turn. */
    private List<Column> columns(List<Run> runs) {
        List<Column> columns = new ArrayList<>();
        for (Run run : runs) {
            Words there = words.get(run.witness());
            int[] normal = columns.stream().mapToInt(column -> column.normal).toArray();
            float[] weight = new float[normal.length];
            for (int i = 0; i < weight.length; i++) {
                weight[i] = columns.get(i).weight;
            }
            int[] match = TokenDiff.match(normal, 0, normal.length, there.normal, run.from(), run.to(), weight);
            List<Column> merged = new ArrayList<>();
            int next = run.from();
            for (int i = 0; i < normal.length; i++) {
                if (match[i] >= 0) {
                    next = fresh(run, next, match[i], merged);
                    columns.get(i).held.add(new int[] {run.witness(), next++});
                }
                merged.add(columns.get(i));
            }
            fresh(run, next, run.to(), merged);
            columns = merged;
        }
        return columns;
    }

    private int fresh(Run run, int from, int to, List<Column> columns) {
        Words there = words.get(run.witness());
        for (int j = from; j < to; j++) {
            Column column = new Column(there.normal[j], there.weight[j]);
            column.held.add(new int[] {run.witness(), j});
            columns.add(column);
        }
        return to;
    }
}

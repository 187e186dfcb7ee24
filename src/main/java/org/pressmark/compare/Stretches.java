package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Apparatus.Part;
import org.pressmark.model.Apparatus.Stretch;
import org.pressmark.model.Change.Span;

/**
 * Cuts collated bodies into stretches in which all witnesses agree to the character, and stretches in which they part. Each
 * witness's blocks come back whole: nothing between the words is lost.
 */
final class Stretches {
    /** So many columns without a word are a passage that is lacking, not a word that differs. */
    private static final int PASSAGE = 10;

    private static final String BREAK = "\n\n";

    private final Collation collation;
    private final List<String> sigla;

    /** For each witness and token its characters with what stands before it in its block. */
    private final List<String[]> cells = new ArrayList<>();

    private final List<boolean[]> opens = new ArrayList<>();

    /** In which columns a witness lacks a passage. */
    private final List<BitSet> lacking = new ArrayList<>();

    /** The next token of each witness. */
    private final int[] next;

    /** Whether a paragraph has begun for a witness since its last token. */
    private final boolean[] begun;

    Stretches(Collation collation, List<String> sigla) {
        this.collation = collation;
        this.sigla = sigla;
        this.next = new int[sigla.size()];
        this.begun = new boolean[sigla.size()];
        int[] holders = new int[collation.width()];
        for (int w = 0; w < sigla.size(); w++) {
            read(collation.doc(w));
            for (int i = 0; i < collation.doc(w).size(); i++) {
                holders[collation.column(w, i)]++;
            }
        }
        for (int w = 0; w < sigla.size(); w++) {
            lacking.add(lacunae(w, holders));
        }
    }

    private void read(Doc doc) {
        String[] cell = new String[doc.size()];
        boolean[] open = new boolean[doc.size()];
        int block = -1;
        int end = 0;
        for (int i = 0; i < cell.length; i++) {
            List<Span> spans = doc.spans(i, i + 1);
            Span span = spans.get(spans.size() - 1);
            String text = doc.article().blocks().get(span.block()).text();
            open[i] = span.block() != block;
            cell[i] = text.substring(open[i] ? 0 : end, Math.max(span.end(), open[i] ? 0 : end));
            end = Math.max(span.end(), open[i] ? 0 : end);
            block = span.block();
            if (i + 1 == cell.length || doc.block(i + 1) != block) {
                cell[i] += text.substring(end);
            }
        }
        cells.add(cell);
        opens.add(open);
    }

    private BitSet lacunae(int w, int[] holders) {
        BitSet out = new BitSet();
        int before = -1;
        int size = collation.doc(w).size();
        for (int i = 0; i <= size; i++) {
            int column = i == size ? collation.width() : collation.column(w, i);
            boolean shared = (before < 0 || holders[before] > 1) && (i == size || holders[column] > 1);
            if (shared && column - before > PASSAGE) {
                out.set(before + 1, column);
            }
            before = column;
        }
        return out;
    }

    List<Stretch> all() {
        List<Stretch> out = new ArrayList<>();
        BitSet lastLacking = new BitSet();
        boolean lastAgreed = false;
        boolean paragraph = false;
        List<StringBuilder> open = fresh();
        for (int c = 0; c < collation.width(); c++) {
            boolean splits = splits(c);
            BitSet without = new BitSet();
            for (int w = 0; w < next.length; w++) {
                without.set(w, lacking.get(w).get(c));
            }
            boolean agreed = agreed(c, without);
            if (splits || c == 0 || agreed != lastAgreed || !without.equals(lastLacking)) {
                close(paragraph, open, out);
                open = fresh();
                paragraph = splits || c == 0;
            }
            lastAgreed = agreed;
            lastLacking = without;
            for (int w = 0; w < next.length; w++) {
                if (stands(w, c)) {
                    open.get(w).append(cell(w));
                    next[w]++;
                    begun[w] = false;
                }
            }
        }
        close(paragraph, open, out);
        return out;
    }

    private List<StringBuilder> fresh() {
        return sigla.stream().map(siglum -> new StringBuilder()).toList();
    }

    private boolean stands(int w, int column) {
        return next[w] < collation.doc(w).size() && collation.column(w, next[w]) == column;
    }

    private String cell(int w) {
        boolean breaks = opens.get(w)[next[w]] && !begun[w];
        return (breaks ? BREAK : "") + cells.get(w)[next[w]];
    }

    /** A paragraph may begin for all where the next word of each begins one. */
    private boolean splits(int column) {
        boolean any = false;
        for (int w = 0; w < next.length; w++) {
            if (next[w] < collation.doc(w).size()) {
                if (!opens.get(w)[next[w]] || begun[w] && stands(w, column)) {
                    return false;
                }
                any |= stands(w, column);
            }
        }
        if (any) {
            Arrays.fill(begun, true);
        }
        return any;
    }

    private boolean agreed(int column, BitSet without) {
        @Nullable String there = null;
        for (int w = 0; w < next.length; w++) {
            if (without.get(w)) {
                continue;
            }
            String cell = stands(w, column) ? cell(w) : "";
            if (cell.isEmpty() || there != null && !there.equals(cell)) {
                return false;
            }
            there = cell;
        }
        return true;
    }

    private void close(boolean paragraph, List<StringBuilder> open, List<Stretch> out) {
        Map<String, List<String>> byText = new LinkedHashMap<>();
        byText.put(open.get(collation.base()).toString(), new ArrayList<>());
        for (int w = 0; w < open.size(); w++) {
            byText.computeIfAbsent(open.get(w).toString(), text -> new ArrayList<>())
                    .add(sigla.get(w));
        }
        if (byText.size() > 1 || !byText.containsKey("")) {
            List<Part> parts = new ArrayList<>();
            byText.forEach((text, having) -> parts.add(new Part(having, text)));
            out.add(new Stretch(paragraph, parts));
        }
    }
}

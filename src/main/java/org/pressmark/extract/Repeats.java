package org.pressmark.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pressmark.model.BlockKind;

/**
 * Finds what stands twice: the same block again, and sentences that are set apart for show though they stand in a longer
 * block too. Of two, the longer is the text.
 */
final class Repeats {
    private static final Set<BlockKind> SHOWN = EnumSet.of(BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.EMBED);
    private static final int RUN = 4;
    private static final int FEWEST = 8;
    private static final int MOST = 70;
    private static final int SHORT = 7;
    private static final double NEARLY_ALL = 0.85;
    private static final int NAME = 14;
    /** Runs of words to remember: more than any article has, few enough for any page. */
    private static final int MOST_RUNS = 60_000;

    private final List<Draft> drafts;
    /** For each run of words, the longest draft that has it. */
    private final Map<Long, Integer> homes = new HashMap<>();

    private Repeats(List<Draft> drafts) {
        this.drafts = drafts;
    }

    static List<Draft> marked(List<Draft> drafts) {
        List<Draft> once = again(drafts);
        Repeats repeats = new Repeats(once);
        repeats.learn();
        return repeats.shown();
    }

    /**
     * The same words, or the same picture, a second time. Short lines and headings may well be repeated, and so may the words
     * below a heading of their own, as each of several pictures or products has its notice.
     */
    private static List<Draft> again(List<Draft> drafts) {
        Set<String> seen = new HashSet<>();
        List<Draft> out = new ArrayList<>();
        String heading = "";
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.HEADING) {
                heading = Text.key(draft.piece().text());
            }
            String key = draft.dropped() ? "" : key(draft);
            key = key.isEmpty() || !draft.kind().body() ? key : heading + "\n" + key;
            out.add(
                    key.isEmpty() || seen.add(key)
                            ? draft
                            : draft.as(BlockKind.OTHER, "other.again", "stands above in the same words"));
        }
        return out;
    }

    private static String key(Draft draft) {
        Piece piece = draft.piece();
        if (draft.kind() == BlockKind.IMAGE) {
            return piece.image().map(image -> image.src()).orElse("");
        }
        if (!draft.kind().body()) {
            return draft.kind() + Text.key(piece.text());
        }
        return draft.kind() == BlockKind.HEADING || piece.words() < SHORT ? "" : Text.key(piece.text());
    }

    private void learn() {
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.kind().body()) {
                int at = i;
                for (long run : runs(draft, MOST_RUNS - homes.size())) {
                    homes.merge(run, at, (home, here) -> longer(home, here) ? home : here);
                }
            }
        }
    }

    private boolean longer(int home, int other) {
        return drafts.get(home).piece().words() >= drafts.get(other).piece().words();
    }

    private List<Draft> shown() {
        List<Draft> out = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            Draft before = out.isEmpty() ? draft : out.get(out.size() - 1);
            if (shown(i)) {
                out.add(draft.as(
                        BlockKind.PULL_QUOTE,
                        "pull-quote.repeats",
                        "its words stand in a longer block of the text too"));
            } else if (speaker(draft, before)) {
                out.add(draft.as(BlockKind.PULL_QUOTE, "pull-quote.speaker", "names whose quotation is set apart"));
            } else {
                out.add(draft);
            }
        }
        return out;
    }

    private boolean shown(int index) {
        Draft draft = drafts.get(index);
        int words = draft.piece().words();
        if (!SHOWN.contains(draft.kind()) || words < FEWEST || words > MOST) {
            return false;
        }
        long[] runs = runs(draft, MOST_RUNS);
        int elsewhere = 0;
        for (long run : runs) {
            elsewhere += foreign(draft, homes.getOrDefault(run, index), index) ? 1 : 0;
        }
        return runs.length > FEWEST - RUN && elsewhere >= NEARLY_ALL * runs.length;
    }

    /** In another block; for a paragraph only where that is made otherwise, since speakers do repeat themselves. */
    private boolean foreign(Draft draft, int home, int index) {
        return home != index
                && (draft.kind() != BlockKind.PARAGRAPH
                        || !Tags.alike(
                                draft.piece().element(),
                                drafts.get(home).piece().element()));
    }

    private static boolean speaker(Draft draft, Draft before) {
        return before.kind() == BlockKind.PULL_QUOTE
                && draft.kind() == BlockKind.PARAGRAPH
                && draft.piece().words() <= NAME
                && !draft.piece().sentence()
                && Objects.equals(
                        draft.piece().element().parent(),
                        before.piece().element().parent());
    }

    /** A number for each four words that follow each other, so many at most; of two runs with one number, one in 2⁶⁴ differ. */
    private static long[] runs(Draft draft, int most) {
        String key = Text.key(draft.piece().text());
        int words = 1;
        for (int gap = key.indexOf(' '); gap >= 0; gap = key.indexOf(' ', gap + 1)) {
            words++;
        }
        long[] out = new long[Math.max(0, Math.min(most, words - RUN + 1))];
        int from = 0;
        int to = past(key, 0, RUN - 1);
        for (int i = 0; i < out.length; i++) {
            to = past(key, to, 1);
            out[i] = hash(key, from, to);
            from = past(key, from, 1);
        }
        return out;
    }

    /** Where so many words and the gaps behind them end; there is one behind the last word too. */
    private static int past(String key, int from, int words) {
        int at = from;
        for (int i = 0; i < words; i++) {
            int gap = key.indexOf(' ', at);
            at = 1 + (gap < 0 ? key.length() : gap);
        }
        return at;
    }

    /** FNV-1a over words and the gaps behind them. */
    private static long hash(String key, int from, int to) {
        long sum = 0xcbf29ce484222325L;
        for (int i = from; i < to; i++) {
            sum = (sum ^ (i < key.length() ? key.charAt(i) : ' ')) * 0x100000001b3L;
        }
        return sum;
    }
}

package org.pressmark.compare;

import java.util.HashMap;
import java.util.Map;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.Block.InlineKind;
import org.pressmark.model.Comment;

/** Counts presentation that leaves no edit: other characters for the same token, other spaces, block borders, mark-up. */
final class Accidentals {
    private Accidentals() {}

    /** Tokens that correspond but are written in other characters, and other kinds of space before them. */
    static int typography(Bodies bodies) {
        int count = 0;
        for (int i = 0; i < bodies.toB.length; i++) {
            int j = bodies.toB[i];
            if (j < 0) {
                continue;
            }
            if (bodies.same(i) && !bodies.docA.original(i).equals(bodies.docB.original(j))) {
                count++;
            } else if (i > 0
                    && j > 0
                    && bodies.toB[i - 1] == j - 1
                    && !bodies.docA.gap(i).equals(bodies.docB.gap(j))) {
                count++;
            }
        }
        return count;
    }

    /** Borders of blocks between words that both sides have side by side, which one side alone has. */
    static int paragraphing(Bodies bodies) {
        return borders(bodies.docA, bodies.docB, bodies.toB) + borders(bodies.docB, bodies.docA, bodies.toA);
    }

    private static int borders(Doc here, Doc there, int[] match) {
        int count = 0;
        for (int i = 1; i < match.length; i++) {
            if (here.block(i) != here.block(i - 1)
                    && match[i] > 0
                    && match[i - 1] == match[i] - 1
                    && there.block(match[i]) == there.block(match[i] - 1)) {
                count++;
            }
        }
        return count;
    }

    /** Emphasis that one side alone has. */
    static int markup(Side a, Side b) {
        Map<String, Integer> counts = new HashMap<>();
        emphasis(a, counts, 1);
        emphasis(b, counts, -1);
        return counts.values().stream().mapToInt(Math::abs).sum();
    }

    private static void emphasis(Side side, Map<String, Integer> counts, int step) {
        for (int index : side.body()) {
            Block block = side.article().blocks().get(index);
            for (Inline inline : block.inlines()) {
                if (inline.kind() != InlineKind.LINK && inline.start() < inline.end()) {
                    counts.merge(
                            inline.kind() + " " + block.text().substring(inline.start(), inline.end()),
                            step,
                            Integer::sum);
                }
            }
        }
    }

    /** Comments, replies included, and blocks of the page around the article that one side alone has. */
    static int boilerplate(Side a, Side b) {
        Map<String, Integer> counts = new HashMap<>();
        for (int index : a.boilerplate()) {
            counts.merge(a.key(index), 1, Integer::sum);
        }
        for (int index : b.boilerplate()) {
            counts.merge(b.key(index), -1, Integer::sum);
        }
        comments(a, counts, 1);
        comments(b, counts, -1);
        return counts.values().stream().mapToInt(Math::abs).sum();
    }

    private static void comments(Side side, Map<String, Integer> counts, int step) {
        for (Comment.Nested nested : Comment.inOrder(side.article().comments())) {
            Comment comment = nested.comment();
            counts.merge("comment " + comment.author() + "\n" + comment.text(), step, Integer::sum);
        }
    }
}

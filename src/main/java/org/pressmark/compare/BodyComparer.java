package org.pressmark.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Op;
import org.pressmark.model.ChangeKind;

/** Names the differences of two bodies: within aligned sentences by {@link BodyRules}, passages, moves and marks apart. */
final class BodyComparer {
    private final Bodies bodies;
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<ChangeKind, Integer> presentation = new EnumMap<>(ChangeKind.class);
    private final MarksLost marksLost;

    BodyComparer(Bodies bodies) {
        this.bodies = bodies;
        this.marksLost = new MarksLost(bodies);
    }

    List<Draft> drafts() {
        return drafts;
    }

    Map<ChangeKind, Integer> presentation() {
        return presentation;
    }

    void run() {
        for (MarksLost.Found found : marksLost.found()) {
            drafts.add(marks(found));
        }
        Hunks hunks = new Hunks(bodies);
        for (Pairing group : bodies.alignment.groups()) {
            for (Edit edit : hunks.of(group)) {
                edit(edit);
            }
        }
        moves();
        drafts.addAll(new Passages(bodies).drafts());
    }

    private void edit(Edit edit) {
        Edit rest = marksLost.without(edit);
        if (rest.onlyA() && rest.onlyB()) {
            return;
        }
        @Nullable ChangeKind accident = Presentation.of(rest);
        if (accident != null) {
            presentation.merge(accident, 1, Integer::sum);
            return;
        }
        ChangeKind kind = BodyRules.name(rest);
        String before = bodies.docA.original(rest.aFrom(), rest.aTo());
        String after = bodies.docB.original(rest.bFrom(), rest.bTo());
        drafts.add(new Draft(
                kind,
                Draft.op(before, after),
                Facets.of(rest),
                kind == ChangeKind.CREDIT_CHANGED ? ArticleField.CREDIT : ArticleField.BODY,
                before,
                after,
                touches(kind, rest),
                speaker(kind, rest),
                lead(rest.aFrom(), rest.aTo(), rest.bFrom(), rest.bTo()),
                bodies.docA.spans(rest.aFrom(), rest.aTo()),
                bodies.docB.spans(rest.bFrom(), rest.bTo())));
    }

    private static boolean touches(ChangeKind kind, Edit edit) {
        return switch (kind) {
            case QUOTE_INTERPOLATION,
                    QUOTE_OMISSION,
                    QUOTE_SUBSTITUTION,
                    QUOTE_ADDED,
                    QUOTE_REMOVED,
                    QUOTE_MARKS_CHANGED -> true;
            case CREDIT_CHANGED -> false;
            default -> edit.touchesQuote();
        };
    }

    /** The speaker of the quotation; for what stands beside one, of the quotation beside it. */
    private Optional<String> speaker(ChangeKind kind, Edit edit) {
        if (kind == ChangeKind.ATTRIBUTION_VERB || kind == ChangeKind.ATTRIBUTION_SPEAKER) {
            for (Quotes.Quote quote : bodies.quotesA.near(edit.aFrom(), edit.aTo())) {
                Speakers.Attribution there = bodies.speakersA.of(quote.index());
                if (there.covers(edit.aFrom(), edit.aTo())
                        || (there.verb() >= edit.aFrom() && there.verb() < edit.aTo())) {
                    return bodies.speakersA.name(quote.index());
                }
            }
        }
        return edit.speaker();
    }

    private Draft marks(MarksLost.Found found) {
        String before = bodies.docA.original(found.aFrom(), found.aTo());
        String after = bodies.docB.original(found.bFrom(), found.bTo());
        Optional<String> speaker =
                found.inA() ? bodies.speakersA.name(found.quote()) : bodies.speakersB.name(found.quote());
        return new Draft(
                ChangeKind.QUOTE_MARKS_CHANGED,
                Op.SUBSTITUTION,
                Set.of(),
                ArticleField.BODY,
                before,
                after,
                true,
                speaker,
                lead(found.aFrom(), found.aTo(), found.bFrom(), found.bTo()),
                bodies.docA.spans(found.aFrom(), found.aTo()),
                bodies.docB.spans(found.bFrom(), found.bTo()));
    }

    private void moves() {
        int[][] moved = new int[bodies.alignment.moves()][];
        for (Pairing group : bodies.alignment.groups()) {
            if (group.moved()) {
                int[] range = moved[group.move()];
                moved[group.move()] = range == null
                        ? new int[] {group.aFrom(), group.aTo(), group.bFrom(), group.bTo()}
                        : new int[] {
                            Math.min(range[0], group.aFrom()),
                            Math.max(range[1], group.aTo()),
                            Math.min(range[2], group.bFrom()),
                            Math.max(range[3], group.bTo())
                        };
            }
        }
        for (int[] range : moved) {
            boolean quoted = quoted(bodies.quotesA, range[0], range[1]) || quoted(bodies.quotesB, range[2], range[3]);
            drafts.add(new Draft(
                    ChangeKind.PASSAGE_MOVED,
                    Op.TRANSPOSITION,
                    Set.of(),
                    ArticleField.BODY,
                    bodies.docA.original(range[0], range[1]),
                    bodies.docB.original(range[2], range[3]),
                    quoted,
                    Optional.empty(),
                    lead(range[0], range[1], range[2], range[3]),
                    bodies.docA.spans(range[0], range[1]),
                    bodies.docB.spans(range[2], range[3])));
        }
    }

    private static boolean quoted(Quotes quotes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (quotes.around(i) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a change stands in the first paragraph of a side on which it has words. */
    private boolean lead(int aFrom, int aTo, int bFrom, int bTo) {
        return (aFrom < aTo && bodies.docA.block(aFrom) == bodies.docA.block(0))
                || (bFrom < bTo && bodies.docB.block(bFrom) == bodies.docB.block(0));
    }
}

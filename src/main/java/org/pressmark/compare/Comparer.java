package org.pressmark.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Change;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.ChangeKind.Group;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Row;
import org.pressmark.model.Severity;
import org.pressmark.model.Witness;

/**
 * Compares two copies of an article. The result depends on nothing but the two witnesses; comparing them the other way
 * round gives the mirrored result. Safe for use by several threads.
 */
public final class Comparer {

    /** What was found, in one direction. */
    private record Result(
            List<Draft> drafts,
            Map<ChangeKind, Integer> presentation,
            List<FurnitureComparer.Pair> furniture,
            List<int[]> blocks,
            double kept) {}

    /**
     * Compares.
     *
     * @param base the witness that the other is shown against
     * @return every substantive difference with its rule, the counts of presentation, both articles' blocks side by side
     */
    public Comparison compare(Witness base, Witness other) {
        boolean turned = order(base.article(), other.article()) > 0;
        Result result = turned ? run(other, base) : run(base, other);
        List<Change> changes = new ArrayList<>();
        for (Draft draft : result.drafts()) {
            changes.add(change(turned ? draft.mirrored() : draft, siglum(base, "A"), siglum(other, "B")));
        }
        changes.sort(ORDER);
        List<Comparison.Row> rows = rows(base.article(), other.article(), result, turned);
        return new Comparison(
                base,
                other,
                changes,
                result.presentation(),
                rows,
                Verdicts.of(base, other, changes, rows, result.presentation(), result.kept()));
    }

    private static String siglum(Witness witness, String otherwise) {
        return witness.siglum().isEmpty() ? otherwise : witness.siglum();
    }

    /** A fixed order of any two articles, so that both directions go the same way. */
    private static int order(Article a, Article b) {
        int blocks = Math.min(a.blocks().size(), b.blocks().size());
        for (int i = 0; i < blocks; i++) {
            int compared = a.blocks().get(i).text().compareTo(b.blocks().get(i).text());
            if (compared != 0) {
                return compared;
            }
        }
        int sizes = Integer.compare(a.blocks().size(), b.blocks().size());
        return sizes != 0 ? sizes : a.toString().compareTo(b.toString());
    }

    private static Result run(Witness first, Witness second) {
        Article a = first.article();
        Article b = second.article();
        Lexicon lexicon = Lexicon.of(a.language(), b.language(), a.body().isBlank() ? b.body() : a.body());
        Side sideA = new Side(a, lexicon);
        Side sideB = new Side(b, lexicon);
        Side.agree(sideA, sideB);
        FurnitureComparer furniture = new FurnitureComparer(sideA, sideB, lexicon, new Pictures(first, second));
        furniture.run();
        Bodies bodies = new Bodies(sideA.doc(), sideB.doc(), lexicon);
        BodyComparer body = new BodyComparer(bodies);
        body.run();
        List<Draft> drafts = new ArrayList<>(furniture.drafts());
        drafts.addAll(body.drafts());
        drafts.addAll(new Links(bodies, sideA.body(), sideB.body()).drafts());
        Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
        counts.putAll(body.presentation());
        count(counts, ChangeKind.TYPOGRAPHY, furniture.typography() + Accidentals.typography(bodies));
        count(counts, ChangeKind.PARAGRAPHING, Accidentals.paragraphing(bodies));
        count(counts, ChangeKind.MARKUP, Accidentals.markup(sideA, sideB));
        count(counts, ChangeKind.BOILERPLATE, Accidentals.boilerplate(sideA, sideB));
        return new Result(drafts, counts, furniture.pairs(), blocks(bodies), kept(bodies));
    }

    private static void count(Map<ChangeKind, Integer> counts, ChangeKind kind, int more) {
        if (more > 0) {
            counts.merge(kind, more, Integer::sum);
        }
    }

    /** Which body blocks share sentences that stand in order. */
    private static List<int[]> blocks(Bodies bodies) {
        List<int[]> out = new ArrayList<>();
        for (Pairing group : bodies.alignment.groups()) {
            if (!group.moved()) {
                int lastA = -1;
                for (int i = group.aFrom(); i < group.aTo(); i++) {
                    int j = bodies.toB[i];
                    if (j >= 0 && bodies.wordsA.word[i] && bodies.docA.block(i) != lastA) {
                        lastA = bodies.docA.block(i);
                        out.add(new int[] {lastA, bodies.docB.block(j)});
                    }
                }
                int last = group.aTo() - 1;
                out.add(new int[] {bodies.docA.block(group.aFrom()), bodies.docB.block(group.bFrom())});
                out.add(new int[] {bodies.docA.block(last), bodies.docB.block(group.bTo() - 1)});
            }
        }
        return out;
    }

    /** How much of the shorter body's words the other has at the same or another place; 1 where both are empty. */
    private static double kept(Bodies bodies) {
        int words = Math.min(bodies.wordsA.words(0, bodies.docA.size()), bodies.wordsB.words(0, bodies.docB.size()));
        int matched = 0;
        for (int i = 0; i < bodies.toB.length; i++) {
            matched += bodies.toB[i] >= 0 && bodies.wordsA.word[i] ? 1 : 0;
        }
        return words == 0 ? 1 : Math.min(1, (double) matched / words);
    }

    private static Change change(Draft draft, String a, String b) {
        Severity severity = draft.kind().severity();
        boolean raises = draft.lead() && draft.field() == ArticleField.BODY;
        return new Change(
                draft.op(),
                draft.kind(),
                draft.facets(),
                draft.field(),
                draft.before(),
                draft.after(),
                draft.inQuotation(),
                draft.speaker(),
                raises ? severity.raised() : severity,
                Explanations.rule(draft.kind()),
                Explanations.of(draft, a, b),
                draft.spansBefore(),
                draft.spansAfter());
    }

    private static final Comparator<Change> ORDER = Comparator.comparing(Change::severity)
            .reversed()
            .thenComparing(change -> change.kind().group() != Group.QUOTATION)
            .thenComparingInt(change -> place(change.spansBefore(), change.spansAfter()))
            .thenComparingInt(change -> offset(change.spansBefore(), change.spansAfter()))
            .thenComparing(Change::kind)
            .thenComparing(Change::before)
            .thenComparing(Change::after);

    private static int place(List<Span> before, List<Span> after) {
        return !before.isEmpty()
                ? before.get(0).block()
                : !after.isEmpty() ? after.get(0).block() : -1;
    }

    private static int offset(List<Span> before, List<Span> after) {
        return !before.isEmpty()
                ? before.get(0).start()
                : !after.isEmpty() ? after.get(0).start() : -1;
    }

    private static List<Row> rows(Article base, Article other, Result result, boolean turned) {
        List<Block> blocks = base.blocks();
        Rows rows = new Rows(blocks.size(), other.blocks().size());
        for (int[] pair : result.blocks()) {
            rows.join(turned ? pair[1] : pair[0], turned ? pair[0] : pair[1]);
        }
        for (FurnitureComparer.Pair pair : result.furniture()) {
            rows.joinAlone(turned ? pair.b() : pair.a(), turned ? pair.a() : pair.b());
        }
        return rows.ordered();
    }
}

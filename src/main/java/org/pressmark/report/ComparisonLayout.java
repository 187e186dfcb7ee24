package org.pressmark.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Change;
import org.pressmark.model.Change.Span;
import org.pressmark.model.Comparison;
import org.pressmark.report.ComparisonPage.Band;
import org.pressmark.report.ComparisonPage.Mark;
import org.pressmark.report.ComparisonPage.Note;
import org.pressmark.report.ComparisonPage.NoteGroup;
import org.pressmark.report.ComparisonPage.Paragraph;
import org.pressmark.report.ComparisonPage.Row;

/** Lays a comparison out for the page: which rows fold, which words are marked, below which row a change is told. */
final class ComparisonLayout {
    /** Of texts with more characters than these together, only what differs is shown. */
    private static final long LONG = 1_000_000;

    private final Comparison comparison;
    private final ComparisonPage.Links links;
    private final List<Change> selected;
    private final ChangePart part;
    private final List<Change> changes;
    private final List<Note> notes;
    private final TextSide base;
    private final TextSide other;

    ComparisonLayout(Comparison comparison, ComparisonView view, ComparisonPage.Links links, int asked) {
        this.comparison = comparison;
        this.links = links;
        this.selected = view.select(comparison);
        this.part = ChangePart.of(asked, selected.size());
        this.changes = Gaps.placed(comparison, part.of(selected));
        this.base = new TextSide(comparison.base().article(), true, changes, part.first() + 1);
        this.other = new TextSide(comparison.other().article(), false, changes, part.first() + 1);
        NoteMaker maker = new NoteMaker(comparison, view.context());
        List<Note> made = new ArrayList<>();
        for (Change change : part.of(selected)) {
            made.add(maker.note(part.first() + made.size() + 1, change));
        }
        this.notes = List.copyOf(made);
    }

    ComparisonPage page() {
        Map<Integer, Integer> homes = homes();
        Map<Integer, List<Note>> told = new HashMap<>();
        for (Note note : notes) {
            Integer home = homes.get(note.number());
            if (home != null) {
                told.computeIfAbsent(home, row -> new ArrayList<>()).add(note);
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < comparison.rows().size(); i++) {
            rows.add(row(comparison.rows().get(i), told.getOrDefault(i, List.of())));
        }
        List<Note> loose =
                notes.stream().filter(note -> !homes.containsKey(note.number())).toList();
        Findings findings = new Findings(comparison, name(true), name(false));
        return new ComparisonPage(
                Words.title(comparison.base().article()),
                findings.sentence(),
                findings.verdicts(),
                ChangeWords.counts(selected, "·"),
                String.join(", ", ChangeWords.presentation(comparison)),
                CopyCard.of(comparison.base(), links.base()),
                CopyCard.of(comparison.other(), links.other()),
                part.words("Changes", links.part()),
                notes,
                groups(),
                bands(rows),
                loose,
                marks(rows));
    }

    /** What the finding calls a copy: its site, or its siglum where both come from one site. */
    private String name(boolean base) {
        String a = comparison.base().label();
        String b = comparison.other().label();
        return a.equals(b)
                ? "copy " + (base ? comparison.base() : comparison.other()).siglum()
                : Shown.line(base ? a : b);
    }

    private List<NoteGroup> groups() {
        Map<String, List<Note>> bySeverity = new LinkedHashMap<>();
        notes.forEach(note -> bySeverity
                .computeIfAbsent(note.severity(), s -> new ArrayList<>())
                .add(note));
        return bySeverity.entrySet().stream()
                .map(entry ->
                        new NoteGroup(entry.getKey(), entry.getValue().get(0).mark(), entry.getValue()))
                .toList();
    }

    /** Number of the change → index of the row below which it is told. */
    private Map<Integer, Integer> homes() {
        Map<Integer, Integer> base = new HashMap<>();
        Map<Integer, Integer> other = new HashMap<>();
        for (int i = 0; i < comparison.rows().size(); i++) {
            Comparison.Row row = comparison.rows().get(i);
            for (int block : row.base()) {
                base.putIfAbsent(block, i);
            }
            for (int block : row.other()) {
                other.putIfAbsent(block, i);
            }
        }
        Map<Integer, Integer> homes = new HashMap<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            boolean inOther = !change.after().isEmpty();
            Integer first = inOther ? home(change.spansAfter(), other) : home(change.spansBefore(), base);
            Integer home = first != null
                    ? first
                    : inOther ? home(change.spansBefore(), base) : home(change.spansAfter(), other);
            if (home != null) {
                homes.put(part.first() + i + 1, home);
            }
        }
        return homes;
    }

    private static @Nullable Integer home(List<Span> spans, Map<Integer, Integer> rows) {
        return spans.stream()
                .map(span -> rows.get(span.block()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Row row(Comparison.Row row, List<Note> told) {
        List<Paragraph> left = row.base().stream().flatMap(base::paragraph).toList();
        List<Paragraph> right = row.other().stream().flatMap(other::paragraph).toList();
        boolean marked = Stream.of(left, right)
                .flatMap(Collection::stream)
                .flatMap(paragraph -> paragraph.pieces().stream())
                .anyMatch(piece -> piece.change() > 0);
        return new Row(told.isEmpty() && !marked, left, right, told);
    }

    private List<Band> bands(List<Row> rows) {
        boolean bare = !part.whole() || base.length() + other.length() > LONG;
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            int end = i;
            while (end < rows.size() && rows.get(end).alike() == rows.get(i).alike()) {
                end++;
            }
            List<Row> run = rows.subList(i, end).stream()
                    .filter(row -> !row.base().isEmpty() || !row.other().isEmpty())
                    .toList();
            boolean folded = rows.get(i).alike() && (run.size() > 1 || bare);
            if (!run.isEmpty()) {
                bands.add(
                        folded && bare
                                ? new Band(true, left(run), List.of())
                                : new Band(folded, folded ? alike(run) : "", run));
            }
            i = end;
        }
        return bands;
    }

    /** What the rows of a long text are called that are left out, whether other parts have changes in them or not. */
    private String left(List<Row> rows) {
        return part.whole()
                ? alike(rows) + ", not shown in so long a text"
                : Words.count(rows.size(), "paragraph") + " without any of these changes";
    }

    private static String alike(List<Row> rows) {
        long base = rows.stream().mapToLong(row -> row.base().size()).sum();
        long other = rows.stream().mapToLong(row -> row.other().size()).sum();
        boolean onlyParagraphs = rows.stream()
                .flatMap(row -> row.other().stream())
                .allMatch(paragraph -> paragraph.label().isEmpty());
        String noun = onlyParagraphs ? "paragraph" : "block";
        return base == other
                ? Words.count(other, noun) + " alike"
                : Words.count(other, noun) + " alike (" + Words.number(base) + " in A)";
    }

    private List<Mark> marks(List<Row> rows) {
        long total = 0;
        for (Row row : rows) {
            total += weight(row);
        }
        List<Mark> marks = new ArrayList<>();
        long before = 0;
        for (Row row : rows) {
            for (Note note : row.notes()) {
                int top = (int) (1000 * before / Math.max(total, 1));
                marks.add(new Mark(note.number(), top, note.severity(), note.number() + " " + note.title()));
            }
            before += weight(row);
        }
        return marks;
    }

    private static long weight(Row row) {
        return 40
                + Stream.of(row.base(), row.other())
                        .mapToLong(side -> side.stream()
                                .flatMap(paragraph -> paragraph.pieces().stream())
                                .mapToLong(piece -> piece.text().length())
                                .sum())
                        .max()
                        .orElse(0);
    }
}

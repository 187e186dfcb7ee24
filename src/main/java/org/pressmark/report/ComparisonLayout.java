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
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
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
    private final Comparison comparison;
    private final ComparisonPage.Links links;
    private final List<Change> changes;
    private final List<Note> notes;

    ComparisonLayout(Comparison comparison, ComparisonView view, ComparisonPage.Links links) {
        this.comparison = comparison;
        this.links = links;
        this.changes = Gaps.placed(comparison, view.select(comparison));
        NoteMaker maker = new NoteMaker(comparison, view.context());
        List<Note> made = new ArrayList<>();
        for (Change change : view.select(comparison)) {
            made.add(maker.note(made.size() + 1, change));
        }
        this.notes = List.copyOf(made);
    }

    ComparisonPage page() {
        Map<Integer, Integer> homes = homes();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < comparison.rows().size(); i++) {
            rows.add(row(i, homes));
        }
        List<Note> loose =
                notes.stream().filter(note -> !homes.containsKey(note.number())).toList();
        Findings findings = new Findings(comparison, name(true), name(false));
        return new ComparisonPage(
                Words.title(comparison.base().article()),
                findings.sentence(),
                findings.verdicts(),
                ChangeWords.counts(changes, "·"),
                String.join(", ", ChangeWords.presentation(comparison)),
                CopyCard.of(comparison.base(), links.base()),
                CopyCard.of(comparison.other(), links.other()),
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
                homes.put(i + 1, home);
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

    private Row row(int index, Map<Integer, Integer> homes) {
        Comparison.Row row = comparison.rows().get(index);
        List<Note> told = notes.stream()
                .filter(note -> Objects.equals(homes.get(note.number()), index))
                .toList();
        List<Paragraph> base =
                row.base().stream().flatMap(i -> paragraph(i, true)).toList();
        List<Paragraph> other =
                row.other().stream().flatMap(i -> paragraph(i, false)).toList();
        boolean marked = Stream.of(base, other)
                .flatMap(Collection::stream)
                .flatMap(paragraph -> paragraph.pieces().stream())
                .anyMatch(piece -> piece.change() > 0);
        return new Row(told.isEmpty() && !marked, base, other, told);
    }

    private Stream<Paragraph> paragraph(int index, boolean isBase) {
        Article article = (isBase ? comparison.base() : comparison.other()).article();
        if (index < 0 || index >= article.blocks().size()) {
            return Stream.empty();
        }
        Block block = article.blocks().get(index);
        List<Pieces.Cover> covers =
                Pieces.covers(changes, isBase, index, block.text().length());
        if (covers.isEmpty() && outside(block.kind())) {
            return Stream.empty();
        }
        List<Pieces.Cover> quoted =
                covers.stream().filter(cover -> cover.change().inQuotation()).toList();
        String quote = !quoted.isEmpty() ? "loud" : Quotes.any(block.text()) ? "quiet" : "none";
        String speaker = quoted.stream()
                .flatMap(cover -> cover.change().speaker().stream())
                .findFirst()
                .map(Shown::line)
                .orElse("");
        String text = block.text();
        if (text.isEmpty() && block.image().isPresent()) {
            String alt = block.image().get().alt();
            text = (alt.isEmpty() ? "" : alt + " — ") + block.image().get().src();
            int length = text.length();
            covers = covers.stream()
                    .map(cover -> new Pieces.Cover(cover.change(), cover.number(), 0, length))
                    .toList();
        }
        return Stream.of(new Paragraph(
                block.kind().word(),
                label(block.kind()),
                Passage.numbered(block) ? Passage.paragraphs(article, index + 1) : 0,
                quote,
                speaker,
                Pieces.cut(text, covers, isBase)));
    }

    /** Blocks around the article are shown only where something in them differs. */
    private static boolean outside(BlockKind kind) {
        return switch (kind) {
            case RELATED, PROMO, COMMENT_FORM, OTHER, AUTHOR_NOTE -> true;
            default -> false;
        };
    }

    private static String label(BlockKind kind) {
        return switch (kind) {
            case PARAGRAPH, HEADING, BLOCKQUOTE, LIST, TABLE, PREFORMATTED -> "";
            case TIMESTAMP -> "time";
            case IMAGE -> "picture";
            case SOURCE_LINE -> "source";
            case ORIGINAL_URL -> "origin";
            default -> kind.word().replace('-', ' ');
        };
    }

    private static List<Band> bands(List<Row> rows) {
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < rows.size(); ) {
            int end = i;
            while (end < rows.size() && rows.get(end).alike() == rows.get(i).alike()) {
                end++;
            }
            List<Row> run = rows.subList(i, end).stream()
                    .filter(row -> !row.base().isEmpty() || !row.other().isEmpty())
                    .toList();
            boolean folded = rows.get(i).alike() && run.size() > 1;
            if (!run.isEmpty()) {
                bands.add(new Band(folded, folded ? alike(run) : "", run));
            }
            i = end;
        }
        return bands;
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

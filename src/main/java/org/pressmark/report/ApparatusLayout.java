package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;
import org.pressmark.model.Severity;
import org.pressmark.model.VariantPlace;
import org.pressmark.model.VariantPlace.Reading;
import org.pressmark.model.Witness;
import org.pressmark.report.ApparatusPage.Card;
import org.pressmark.report.ApparatusPage.Group;
import org.pressmark.report.ApparatusPage.Line;
import org.pressmark.report.ApparatusPage.Note;
import org.pressmark.report.ApparatusPage.Piece;
import org.pressmark.report.ApparatusPage.Row;

/** Lays an apparatus out: which words of the base are hot, which places are told beside which block. */
final class ApparatusLayout {
    private static final int HEATS = 4;

    private final Apparatus apparatus;
    private final List<VariantPlace> selected;
    private final ChangePart part;
    private final List<VariantPlace> places;
    private final ApparatusPage.Links links;
    private final Article base;
    private final Set<Integer> body;
    private final ParagraphNumbers numbers;
    private final Map<Integer, List<VariantPlace>> byBlock = new HashMap<>();

    ApparatusLayout(Apparatus apparatus, List<VariantPlace> selected, ApparatusPage.Links links, int asked) {
        this.apparatus = apparatus;
        this.selected = selected;
        this.part = ChangePart.of(asked, selected.size());
        this.places =
                part
                        .of(selected.stream()
                                .sorted(Comparator.comparing(VariantPlace::severity)
                                        .reversed())
                                .toList())
                        .stream()
                        .sorted(Comparator.comparingInt(VariantPlace::number))
                        .toList();
        this.links = links;
        this.base = apparatus.baseWitness().article();
        this.body = new LinkedHashSet<>(ApparatusWords.body(base));
        this.numbers = new ParagraphNumbers(base);
        places.stream()
                .filter(this::inBody)
                .forEach(place -> place.spans().stream()
                        .map(Span::block)
                        .distinct()
                        .forEach(block -> byBlock.computeIfAbsent(block, b -> new ArrayList<>(1))
                                .add(place)));
    }

    ApparatusPage page() {
        List<Row> rows = new ArrayList<>();
        for (VariantPlace place : places) {
            if (!inBody(place)) {
                rows.add(field(place));
            }
        }
        int left = 0;
        for (int block : body) {
            if (part.whole() || byBlock.containsKey(block)) {
                left(left, rows);
                left = 0;
                rows.add(row(block));
            } else {
                left++;
            }
        }
        left(left, rows);
        return new ApparatusPage(
                Words.title(base),
                ApparatusWords.finding(apparatus, apparatus.places()),
                ChangeWords.counted(
                        selected.stream().map(VariantPlace::severity).toList(), "·"),
                Shown.line(apparatus.baseWitness().siglum()),
                part.words("Places", links.part()),
                apparatus.witnesses().stream().map(this::card).toList(),
                groups(),
                rows,
                marks(rows));
    }

    /** A line for so many blocks that none of very many places shown here stands in. */
    private static void left(int blocks, List<Row> rows) {
        if (blocks > 0) {
            String words = Words.count(blocks, "paragraph") + " without any of these places";
            rows.add(new Row("left", "", 0, "", List.of(new Piece(words, 0, "", 0, "")), List.of()));
        }
    }

    private boolean inBody(VariantPlace place) {
        return place.field() == ArticleField.BODY
                && place.spans().stream().anyMatch(span -> body.contains(span.block()));
    }

    private Card card(Witness witness) {
        long differs = ApparatusWords.differing(witness, apparatus.places());
        long alone = ApparatusWords.alone(witness, apparatus.places());
        long lacks = ApparatusWords.lacking(witness, apparatus.places());
        boolean isBase = witness.equals(apparatus.baseWitness());
        List<String> role = new ArrayList<>();
        role.add(isBase ? "base" : differs == 0 ? "reads as the base" : "differs at " + Words.count(differs, "place"));
        if (alone > 0) {
            role.add("alone at " + Words.number(alone));
        }
        if (lacks > 0) {
            role.add("no text at " + Words.number(lacks));
        }
        return new Card(CopyCard.of(witness, links.replay().apply(witness)), String.join(", ", role));
    }

    private List<Group> groups() {
        List<Group> out = new ArrayList<>();
        Severity[] all = Severity.values();
        for (int i = all.length - 1; i >= 0; i--) {
            Severity severity = all[i];
            List<Note> notes = places.stream()
                    .filter(place -> place.severity() == severity)
                    .map(this::note)
                    .toList();
            if (!notes.isEmpty()) {
                out.add(new Group(severity.word(), Glyph.of(severity).unicode(), notes));
            }
        }
        return out;
    }

    private Note note(VariantPlace place) {
        return new Note(
                place.number(),
                place.severity().word(),
                Glyph.of(place.severity()).unicode(),
                place.kind().word(),
                ApparatusWords.title(place),
                ApparatusWords.where(place, numbers),
                ApparatusWords.share(place, apparatus),
                Shown.line(place.rule()),
                place.readings().stream().map(ApparatusLayout::line).toList(),
                quotation(place));
    }

    private static Line line(Reading reading) {
        return new Line(
                Shown.line(String.join(" ", reading.sigla())),
                Shown.web(Shown.cut(reading.text())),
                ApparatusWords.remark(reading),
                reading.standing().name().toLowerCase(Locale.ROOT));
    }

    private String quotation(VariantPlace place) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.sentence(ApparatusWords.title(place)) + ", " + ApparatusWords.where(place, numbers) + ".");
        for (Reading reading : place.readings()) {
            String remark = ApparatusWords.remark(reading);
            String words = reading.text().isEmpty() ? "" : "“" + Shown.line(Shown.cut(reading.text())) + "”";
            lines.add(String.join(" ", reading.sigla()) + ": " + words
                    + (remark.isEmpty() ? "" : (words.isEmpty() ? "" : " ") + "(" + remark + ")"));
        }
        lines.add("");
        apparatus.witnesses().forEach(witness -> lines.add(NoteMaker.reference(witness)));
        lines.add("Collated by Pressmark, rule " + Shown.line(place.rule()) + ".");
        return String.join("\n", lines);
    }

    private Row field(VariantPlace place) {
        String text = Shown.web(Shown.cut(place.readings().get(0).text()));
        Piece piece = new Piece(text, place.number(), place.severity().word(), heat(place), words(place));
        return new Row("field", place.field().word(), 0, "", List.of(piece), List.of(note(place)));
    }

    private Row row(int index) {
        Block block = base.blocks().get(index);
        List<VariantPlace> here = byBlock.getOrDefault(index, List.of());
        return new Row(
                block.kind().word(),
                "",
                numbers.of(index),
                base.language().replaceAll("[^A-Za-z0-9-]", ""),
                pieces(block.text(), index, here),
                here.stream()
                        .filter(place -> firstBlock(place) == index)
                        .map(this::note)
                        .toList());
    }

    private int firstBlock(VariantPlace place) {
        return place.spans().stream()
                .map(Span::block)
                .filter(body::contains)
                .findFirst()
                .orElse(-1);
    }

    /** The block's text cut at the borders of its places; where places lie inside each other the innermost counts. */
    private List<Piece> pieces(String text, int block, List<VariantPlace> here) {
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, text.length()));
        List<Cover> covers = new ArrayList<>();
        for (VariantPlace place : here) {
            for (Span span : place.spans()) {
                if (span.block() == block && span.end() <= text.length()) {
                    covers.add(new Cover(place, span.start(), span.end()));
                    borders.add(span.start());
                    borders.add(span.end());
                }
            }
        }
        List<Piece> out = new ArrayList<>();
        List<Integer> cuts = new ArrayList<>(borders);
        for (int i = 0; i < cuts.size(); i++) {
            int start = cuts.get(i);
            for (Cover cover : covers) {
                if (cover.start() == start && cover.end() == start) {
                    out.add(piece("", cover.place()));
                }
            }
            if (i + 1 < cuts.size()) {
                int end = cuts.get(i + 1);
                String words = Shown.web(Shown.cut(text.substring(start, end)));
                out.add(covers.stream()
                        .filter(cover -> cover.start() <= start && cover.end() >= end)
                        .min((a, b) -> Integer.compare(a.end() - a.start(), b.end() - b.start()))
                        .map(cover -> piece(words, cover.place()))
                        .orElseGet(() -> new Piece(words, 0, "", 0, "")));
            }
        }
        return out;
    }

    private record Cover(VariantPlace place, int start, int end) {}

    private Piece piece(String text, VariantPlace place) {
        return new Piece(text, place.number(), place.severity().word(), heat(place), words(place));
    }

    private int heat(VariantPlace place) {
        int others = apparatus.witnesses().size() - 1;
        return Math.max(1, Math.min(HEATS, (HEATS * place.differing() + others - 1) / others));
    }

    private String words(VariantPlace place) {
        return ApparatusWords.share(place, apparatus) + ", " + place.severity().word();
    }

    private static List<ComparisonPage.Mark> marks(List<Row> rows) {
        long total = rows.stream().mapToLong(ApparatusLayout::weight).sum();
        List<ComparisonPage.Mark> out = new ArrayList<>();
        long before = 0;
        for (Row row : rows) {
            int top = (int) (1000 * before / Math.max(1, total));
            for (Note note : row.notes()) {
                out.add(new ComparisonPage.Mark(
                        note.number(), top, note.severity(), note.number() + " " + note.title()));
            }
            before += weight(row);
        }
        return out;
    }

    private static long weight(Row row) {
        return 40
                + row.pieces().stream()
                        .mapToLong(piece -> piece.text().length())
                        .sum();
    }
}

package org.pressmark.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.pressmark.model.Comparison;

/**
 * A comparison as the pages show it: everything decided, nothing left to a template but to write it down. The same in the
 * single file and in the web pages.
 *
 * @param title the first copy's headline
 * @param finding what was found, one sentence
 * @param remarks verdicts on the pair as a whole, a sentence each
 * @param counts e.g. {@code 1 critical · 1 high · 5 notice}; empty where nothing differs
 * @param hidden what only differs in presentation, e.g. {@code 41 typographic, 7 comments}; empty where nothing does
 * @param part which of very many changes are shown here; empty where all are
 * @param notes the changes in the order of the report
 * @param groups the same by severity, highest first
 * @param bands the two texts, row by row, stretches without a change folded
 * @param loose changes that stand in no block of either text
 * @param marks where in the article the changes lie
 */
public record ComparisonPage(
        String title,
        String finding,
        List<String> remarks,
        String counts,
        String hidden,
        Copy base,
        Copy other,
        Optional<Part> part,
        List<Note> notes,
        List<NoteGroup> groups,
        List<Band> bands,
        List<Note> loose,
        List<Mark> marks) {

    /**
     * Where the stored copies can be seen, for pages that have an archive behind them.
     *
     * @param base address of the replayed first copy
     * @param other address of the replayed second copy
     * @param part address of a part of very many changes, by its number
     */
    public record Links(Optional<String> base, Optional<String> other, Optional<IntFunction<String>> part) {
        /** For a file that stands alone. */
        public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Some of very many changes.
     *
     * @param words which they are, and of how many
     * @param ways to the others; none in a file that stands alone
     */
    public record Part(String words, List<VersionsPage.Way> ways) {}

    /** One copy, as a card. Absent facts are empty; {@code href} is an http(s) address or absent. */
    public record Copy(
            String siglum,
            String site,
            String headline,
            String language,
            String url,
            Optional<String> href,
            Optional<String> captured,
            String says,
            Optional<String> credit,
            List<Fact> machinery,
            Optional<String> replay) {}

    /** A name and a value. */
    public record Fact(String name, String value) {}

    /**
     * One change.
     *
     * @param number from 1, as it is marked in the texts
     * @param severity in one word
     * @param mark the severity's shape
     * @param op in one word
     * @param opMark the operation's shape
     * @param kind the kind's word in the JSON
     * @param title the kind in words, and whose quotation it touches
     * @param summary the changed words in short
     * @param place e.g. {@code paragraph 6 of B}
     * @param quotation the change as a quotation with its references, ready to paste
     * @param pictureBefore for a picture that differs, the one of the first copy, where its bytes are stored
     * @param pictureAfter likewise of the second copy
     */
    public record Note(
            int number,
            String severity,
            String mark,
            String op,
            String opMark,
            String kind,
            String title,
            String summary,
            String place,
            String before,
            String after,
            String contextBefore,
            String contextAfter,
            String explanation,
            String rule,
            String quotation,
            Optional<Shot> pictureBefore,
            Optional<Shot> pictureAfter) {}

    /**
     * A picture of one copy, made anew and small.
     *
     * @param data a data: address
     * @param size of the stored picture, e.g. {@code 1200 × 800}
     */
    public record Shot(String data, String size, String siglum) {}

    /** Changes of one severity. */
    public record NoteGroup(String severity, String mark, List<Note> notes) {}

    /**
     * Neighbouring rows.
     *
     * @param folded whether they are alike on both sides and therefore folded
     * @param summary for a folded band, what it holds, e.g. {@code 5 paragraphs alike}
     */
    public record Band(boolean folded, String summary, List<Row> rows) {}

    /** Blocks that stand beside each other, with the changes that are told below them. */
    public record Row(boolean alike, List<Paragraph> base, List<Paragraph> other, List<Note> notes) {}

    /**
     * A block in its own words.
     *
     * @param kind the block's kind, as a class name
     * @param label what to call it where it is no paragraph; empty for paragraphs
     * @param number the paragraph's number, 0 for what is not counted
     * @param quote {@code none}, {@code quiet} or {@code loud}: whether it quotes, and whether a quotation changed
     * @param speaker whose quotation changed, where that is known
     */
    public record Paragraph(String kind, String label, int number, String quote, String speaker, List<Piece> pieces) {}

    /**
     * Some characters of a block.
     *
     * @param change the number of the change that they belong to, 0 for none
     * @param side {@code del} for words of the first copy, {@code ins} for the second, {@code move} for moved ones,
     *     {@code gap} for the place where the other copy has more; empty for unchanged text
     */
    public record Piece(String text, int change, String side, String severity) {}

    /**
     * A change on the map of the article.
     *
     * @param top from 0, the beginning, to 1000, the end
     */
    public record Mark(int number, int top, String severity, String label) {}

    public ComparisonPage {
        Objects.requireNonNull(base);
        Objects.requireNonNull(other);
        remarks = List.copyOf(remarks);
        notes = List.copyOf(notes);
        groups = List.copyOf(groups);
        bands = List.copyOf(bands);
        loose = List.copyOf(loose);
        marks = List.copyOf(marks);
    }

    /** A kind of change that occurs, to be filtered by. */
    public record Kind(String word, String title, int count) {}

    /** The kinds that occur, in the order of the report. */
    public List<Kind> kinds() {
        Map<String, Kind> out = new LinkedHashMap<>();
        for (Note note : notes) {
            out.merge(
                    note.kind(),
                    new Kind(note.kind(), note.kind().replace('-', ' '), 1),
                    (old, one) -> new Kind(old.word(), old.title(), old.count() + 1));
        }
        return List.copyOf(out.values());
    }

    /** Lays a comparison out, of very many changes the gravest. */
    public static ComparisonPage of(Comparison comparison, ComparisonView view, Links links) {
        return of(comparison, view, links, 1);
    }

    /**
     * The same.
     *
     * @param part which of very many changes, from 1; there is no other where they are few
     */
    public static ComparisonPage of(Comparison comparison, ComparisonView view, Links links, int part) {
        return new ComparisonLayout(comparison, view, links, part).page();
    }
}

package org.pressmark.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Candidate;
import org.pressmark.model.Capture;
import org.pressmark.model.Comment;
import org.pressmark.model.Explanation;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/**
 * What extraction made of a stored page: the article's blocks coloured and labelled by kind, its fields, its labels, its
 * comments, each with rule, place and what was rejected.
 *
 * @param kinds the kinds that occur, with their counts
 * @param omitted blocks and pieces beyond those that are shown
 * @param comments the threads as HTML, empty text where there are none
 */
public record ExtractionPage(
        String title,
        String url,
        String captured,
        String extractor,
        List<Kind> kinds,
        List<Told> notes,
        List<Part> fields,
        List<Row> rows,
        long omitted,
        String commentsHead,
        String comments,
        Links links) {
    private static final int MOST_BLOCKS = 3_000;
    private static final int MOST_LEFT_OUT = 400;
    private static final int MOST_REJECTED = 25;
    private static final int MOST_COMMENTS = 2_000;
    private static final int DEEPEST_COMMENT = 20;

    /** Addresses of the pages about the same capture. */
    public record Links(String frame, String outlined, String captures) {}

    /**
     * A kind of block.
     *
     * @param word as in class names, e.g. {@code source-line}
     * @param body whether its text belongs to the body
     */
    public record Kind(String word, String label, long count, boolean body) {}

    /**
     * A value, taken or not.
     *
     * @param exact the characters on the page, empty where they are the value
     * @param why it was rejected or given
     */
    public record Told(String value, String exact, String rule, String why, String place) {}

    /** A field with the values taken and rejected, and how many of the rejected are not shown. */
    public record Part(String name, List<Told> taken, List<Told> rejected, int more) {}

    /**
     * A block or a piece that was left out.
     *
     * @param number from 1; 0 for what was left out
     * @param html its text, escaped, with links and emphasis
     * @param place where it stands
     */
    public record Row(int number, String kind, String label, String html, String rule, String why, String place) {}

    /** Lays the page out. */
    public static ExtractionPage of(Explanation explanation, Capture capture, Links links) {
        Article article = explanation.article();
        Weighed weighed = new Weighed(explanation);
        List<Weighed.Piece> pieces = weighed.pieces();
        List<Row> rows = rows(pieces);
        List<Comment.Nested> comments = Comment.inOrder(article.comments());
        StringBuilder threads = new StringBuilder();
        CommentsHtml.write(comments.subList(0, Math.min(comments.size(), MOST_COMMENTS)), DEEPEST_COMMENT, threads);
        return new ExtractionPage(
                Words.title(article),
                Shown.line(capture.url()),
                Words.minute(capture.date()),
                article.extractor(),
                kinds(pieces),
                article.notes().stream()
                        .map(note -> new Told(
                                note.value(),
                                Shown.web(note.exact()),
                                note.rule(),
                                NoteWords.of(note.value()),
                                Weighed.place(note.place())))
                        .toList(),
                weighed.fields().stream().map(ExtractionPage::part).toList(),
                rows,
                pieces.size() - rows.size(),
                Words.count(comments.size(), "comment"),
                threads.toString(),
                links);
    }

    private static List<Row> rows(List<Weighed.Piece> pieces) {
        List<Row> rows = new ArrayList<>();
        int number = 0;
        int leftOut = 0;
        for (Weighed.Piece piece : pieces) {
            Optional<Block> block = piece.block();
            boolean shown = block.isPresent() ? ++number <= MOST_BLOCKS : ++leftOut <= MOST_LEFT_OUT;
            if (shown) {
                String word = block.map(b -> b.kind().word()).orElse("left-out");
                rows.add(new Row(
                        block.isPresent() ? number : 0,
                        word,
                        label(word),
                        block.map(ExtractionPage::html).orElseGet(() -> Xml.escape(piece.text())),
                        piece.rule(),
                        Shown.line(piece.why()),
                        Weighed.place(piece.place())));
            }
        }
        return rows;
    }

    private static String html(Block block) {
        if (block.image().isEmpty()) {
            return InlineHtml.of(block);
        }
        Block.Image image = block.image().get();
        return "<i>"
                + Xml.escape(
                        image.alt().isBlank()
                                ? block.kind() == BlockKind.EMBED ? "no title" : "no alternative text"
                                : Shown.web(image.alt()))
                + "</i> <code>" + Xml.escape(Shown.line(image.src())) + "</code>";
    }

    private static List<Kind> kinds(List<Weighed.Piece> pieces) {
        Map<BlockKind, Long> counts = new EnumMap<>(BlockKind.class);
        long leftOut = 0;
        for (Weighed.Piece piece : pieces) {
            if (piece.block().isPresent()) {
                counts.merge(piece.block().get().kind(), 1L, Long::sum);
            } else {
                leftOut++;
            }
        }
        List<Kind> out = new ArrayList<>();
        counts.forEach((kind, count) -> out.add(new Kind(kind.word(), label(kind.word()), count, kind.body())));
        if (leftOut > 0) {
            out.add(new Kind("left-out", label("left-out"), leftOut, false));
        }
        return out;
    }

    private static Part part(Weighed.Part part) {
        return new Part(
                part.name(),
                part.taken().stream().map(ExtractionPage::taken).toList(),
                part.rejected().stream()
                        .limit(MOST_REJECTED)
                        .map(ExtractionPage::rejected)
                        .toList(),
                Math.max(0, part.rejected().size() - MOST_REJECTED));
    }

    private static Told taken(Field field) {
        String exact = field.exact().equals(field.value()) ? "" : Shown.web(field.exact());
        return new Told(Shown.web(field.value()), exact, field.rule(), "", where(field.place()));
    }

    private static Told rejected(Candidate candidate) {
        return new Told(
                Shown.web(candidate.value()),
                "",
                candidate.rule(),
                Shown.web(candidate.why()),
                where(candidate.place()));
    }

    private static String where(Place place) {
        return Weighed.place(place);
    }

    private static String label(String word) {
        return Words.sentence(word.replace('-', ' '));
    }
}

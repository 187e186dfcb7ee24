package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.Candidate;
import org.pressmark.model.Explanation;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** An explanation in the order in which people ask: field by field what was taken and what was not, then block by block. */
final class Weighed {
    private final Explanation explanation;
    private final Map<Place, String> rules = new HashMap<>();

    Weighed(Explanation explanation) {
        this.explanation = explanation;
        for (Candidate candidate : explanation.candidates()) {
            if (candidate.field().equals("block") && candidate.taken()) {
                rules.putIfAbsent(candidate.place(), candidate.rule());
            }
        }
    }

    /**
     * One field.
     *
     * @param name in words, e.g. {@code Headline}
     * @param taken the values that the article carries
     * @param rejected the others that were weighed
     */
    record Part(String name, List<Field> taken, List<Candidate> rejected) {}

    /** A block of the article, or a piece that was left out, with the rule that decided. */
    record Piece(Optional<Block> block, String text, String rule, String why, Place place) {}

    /** All fields, also those that the page lacks. */
    List<Part> fields() {
        Article article = explanation.article();
        List<Part> out = new ArrayList<>();
        out.add(part("Headline", "headline", one(article.headline())));
        out.add(part("Authors", "author", article.authors()));
        out.add(part("Published", "published", one(article.published())));
        out.add(part("Modified", "modified", one(article.modified())));
        out.add(part("Agency", "agency", article.agencies()));
        out.add(part("Site", "site", one(article.site())));
        for (String other : List.of("language", "format", "charset", "body")) {
            out.add(part(Words.sentence(other.equals("body") ? "body container" : other), other, traced(other)));
        }
        return out;
    }

    /** The article's blocks and, where the explanation has them, the pieces that were dropped, in page order. */
    List<Piece> pieces() {
        List<Piece> out = new ArrayList<>();
        Set<Place> shown = new HashSet<>();
        for (Block block : explanation.article().blocks()) {
            shown.add(block.place());
            out.add(new Piece(
                    Optional.of(block), block.text(), rules.getOrDefault(block.place(), ""), "", block.place()));
        }
        for (Candidate candidate : explanation.candidates()) {
            if (candidate.field().equals("block") && !candidate.taken() && shown.add(candidate.place())) {
                insert(
                        out,
                        new Piece(
                                Optional.empty(),
                                candidate.value(),
                                candidate.rule(),
                                candidate.why(),
                                candidate.place()));
            }
        }
        return out;
    }

    /** Behind the last piece that begins before it: blocks themselves keep the order that the article gives them. */
    private static void insert(List<Piece> out, Piece dropped) {
        int at = out.size();
        while (at > 0 && out.get(at - 1).place().start() > dropped.place().start()) {
            at--;
        }
        out.add(at, dropped);
    }

    private Part part(String name, String field, List<Field> taken) {
        List<Candidate> rejected = explanation.candidates().stream()
                .filter(candidate -> candidate.field().equals(field) && !candidate.taken())
                .toList();
        return new Part(name, taken, rejected);
    }

    private List<Field> traced(String field) {
        return explanation.candidates().stream()
                .filter(candidate -> candidate.field().equals(field)
                        && candidate.taken()
                        && !candidate.value().isEmpty())
                .map(candidate -> new Field(candidate.value(), "", apart(candidate), candidate.rule()))
                .toList();
    }

    /** A container's value is its selector: once is enough. */
    private static Place apart(Candidate candidate) {
        Place place = candidate.place();
        return place.selector().equals(candidate.value())
                ? new Place(place.start(), place.end(), place.startByte(), place.endByte(), "")
                : place;
    }

    private static List<Field> one(Optional<Field> field) {
        return field.map(List::of).orElse(List.of());
    }

    /** E.g. {@code #story > p:nth-of-type(2), characters 120–180, bytes 122–184}; empty for no place. */
    static String place(Place place) {
        if (place.equals(Place.NONE)) {
            return "";
        }
        return joined(place, Shown.line(place.selector()));
    }

    /** The same with no more of the selector than its last steps: all of it stands in the JSON. */
    static String shortPlace(Place place) {
        String selector = Shown.line(place.selector());
        int last = selector.lastIndexOf(" > ");
        int cut = last < 0 ? -1 : selector.lastIndexOf(" > ", last - 1);
        return place.equals(Place.NONE) ? "" : joined(place, cut < 0 ? selector : "…" + selector.substring(cut));
    }

    private static String joined(Place place, String selector) {
        String where = "characters " + place.start() + "–" + place.end() + ", bytes " + place.startByte() + "–"
                + place.endByte();
        return selector.isEmpty() ? where : selector + ", " + where;
    }
}

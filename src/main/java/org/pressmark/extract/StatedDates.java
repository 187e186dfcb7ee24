package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;

/** Dates that a page states on purpose, though not in its markup: in its title, or in a list of facts about the article. */
final class StatedDates {
    private static final String[] TITLES = {"title", "meta.og:title"};
    private static final int MOST_WORDS = 12;
    private static final int MOST_PARTS = 30;

    private StatedDates() {}

    static Optional<Field> find(Page page, String language) {
        return inTitle(page, language).or(() -> inFacts(page, language));
    }

    /** A date that is all of what stands between two separators of a title: {@code Headline | Paper | 28.04.2023}. */
    private static Optional<Field> inTitle(Page page, String language) {
        for (Field title : page.facts.every(TITLES)) {
            List<String> parts = Titles.parts(title.value());
            for (int i = parts.size() - 1; i > 0 && i > parts.size() - MOST_PARTS; i--) {
                Optional<Dates.Found> found = alone(parts.get(i), language);
                if (found.isPresent()) {
                    return Optional.of(new Field(found.get().iso(), parts.get(i), title.place(), "date.in-title"));
                }
            }
        }
        return Optional.empty();
    }

    /** A short piece that opens with a label such as {@code Date}, or follows a piece that is one, and else is a date. */
    private static Optional<Field> inFacts(Page page, String language) {
        Piece before = null;
        for (Piece piece : page.pieces) {
            if (piece.words() <= MOST_WORDS && !piece.picture() && page.junk(piece.element()) != Page.Junk.NEVER) {
                String bare = Lines.bare(piece.text());
                int label = Lexicon.DATE_FACT.opens(bare);
                boolean below = label == 0
                        && before != null
                        && Lexicon.DATE_FACT.is(before.text())
                        && neighbours(before.element(), piece.element());
                Optional<Dates.Found> found =
                        label > 0 || below ? alone(bare.substring(label), language) : Optional.empty();
                if (found.isPresent()) {
                    return Optional.of(new Field(
                            found.get().iso(),
                            piece.text(),
                            page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                            "date.labelled"));
                }
            }
            before = piece;
        }
        return Optional.empty();
    }

    private static boolean neighbours(Element label, Element value) {
        Element row = label.parent();
        return row != null && (row.equals(value.parent()) || row.equals(value));
    }

    /** A date with no word beside it but the day of the week. */
    private static Optional<Dates.Found> alone(String text, String language) {
        if (text.length() > 80) {
            return Optional.empty();
        }
        return Dates.find(text, language).filter(found -> {
            String rest = text.substring(0, found.start()) + " " + text.substring(found.end());
            for (String word : rest.split("[^\\p{L}\\p{N}\\p{M}]+", -1)) {
                if (word.length() > 2 && !Lexicon.WEEKDAYS.is(word)) {
                    return false;
                }
            }
            return true;
        });
    }
}

package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Field;

/** Finds the article's headline: the heading on the page that agrees with what the page calls itself elsewhere. */
final class Headlines {
    private static final int LONGEST = 500;
    private static final int MOST_TITLES = 20;
    private static final String[] SEPARATORS = {
        " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", " ǀ ", " ∙ ", " ► ", " ❘ ", "|"
    };

    /**
     * What was found.
     *
     * @param piece index of the headline's piece, −1 where it stands nowhere in the visible page
     */
    record Choice(Optional<Field> field, int piece) {}

    /** What the page calls itself somewhere, as it stands and without the site's name, for comparison. */
    private record Title(String full, String bare) {}

    private Headlines() {}

    static Choice choose(Page page) {
        String site = page.facts
                .first("meta.og:site_name", "json-ld.publisher")
                .map(Field::value)
                .orElse("");
        List<Field> told = new ArrayList<>();
        for (Field field : page.facts.every(
                "json-ld.headline",
                "meta.og:title",
                "meta.twitter:title",
                "microdata.headline",
                "json-ld.name",
                "meta.title",
                "title")) {
            told.add(field);
        }
        List<Title> titles = told.stream()
                .map(field -> new Title(Text.key(field.value()), Text.key(withoutSite(field.value(), site))))
                .distinct()
                .limit(MOST_TITLES)
                .toList();
        String siteKey = Text.key(site);
        int best = -1;
        double most = 0;
        for (int i = 0; i < page.pieces.size(); i++) {
            Piece piece = page.pieces.get(i);
            if (piece.picture()
                    || piece.words() == 0
                    || piece.words() > 45
                    || piece.text().length() > LONGEST) {
                continue;
            }
            double score = score(page, piece, titles, siteKey);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        if (best >= 0 && most >= 2) {
            Piece piece = page.pieces.get(best);
            String text = Text.tidy(piece.text());
            String value = withoutKicker(withoutSite(text, site), told, site);
            return new Choice(
                    Optional.of(new Field(
                            value.isEmpty() ? text : value,
                            text,
                            page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                            most >= 4 ? "headline." + piece.tag() + "-agrees" : "headline." + piece.tag())),
                    best);
        }
        for (Field field : told) {
            String value = withoutSite(field.value(), site);
            value = field.rule().equals("title") ? longestPart(value) : value;
            if (!value.isEmpty()) {
                return new Choice(
                        Optional.of(new Field(value, field.exact(), field.place(), "headline." + field.rule())), -1);
            }
        }
        return new Choice(Optional.empty(), -1);
    }

    private static double score(Page page, Piece piece, List<Title> titles, String siteKey) {
        boolean h1 = piece.tag().equals("h1");
        if (!piece.heading() && piece.words() < 3) {
            return 0;
        }
        double score = h1 ? 2 : piece.heading() ? 0.6 : 0;
        String key = Text.key(piece.text());
        double agreement = 0;
        for (Title title : titles) {
            agreement = Math.max(agreement, agreement(key, title.full(), title.bare()));
        }
        score += agreement * 3;
        if (siteKey.equals(key)) {
            score -= 3;
        }
        if (!piece.heading() && agreement < 0.9) {
            return 0;
        }
        if (page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER) {
            score -= 1.2;
        }
        if (piece.linkDensity() > 0.8) {
            score -= 0.5;
        }
        return score;
    }

    /** 1 where equal, less where one is a part of the other or many words are common. */
    private static double agreement(String key, String full, String bare) {
        if (key.isEmpty()) {
            return 0;
        }
        if (key.equals(bare) || key.equals(full)) {
            return 1;
        }
        if (key.length() > 12 && full.startsWith(key)) {
            return 0.92;
        }
        if (key.length() > 12 && (full.contains(key) || bare.length() > 12 && key.contains(bare))) {
            return 0.85;
        }
        Set<String> a = new HashSet<>(Arrays.asList(key.split(" ", -1)));
        Set<String> b = new HashSet<>(Arrays.asList(bare.split(" ", -1)));
        int common = 0;
        for (String word : a) {
            common += b.contains(word) ? 1 : 0;
        }
        double share = 2.0 * common / (a.size() + b.size());
        return share > 0.5 ? share * 0.8 : share * 0.4;
    }

    /** Where the heading is a kicker and the title that the page gives elsewhere: the title; else as it stands. */
    private static String withoutKicker(String heading, List<Field> told, String site) {
        String key = Text.key(heading);
        String tight = key.replace(" ", "");
        for (Field field : told) {
            String title = withoutSite(field.value(), site);
            String titleKey = Text.key(title);
            if (titleKey.isEmpty() || titleKey.equals(key)) {
                continue;
            }
            if (titleKey.replace(" ", "").equals(tight)) {
                return title;
            }
            boolean ends = key.endsWith(" " + titleKey) && titleKey.length() > key.length() * 0.5;
            if (ends && Text.words(title) >= 4) {
                return heading.substring(tail(heading, titleKey)).strip();
            }
        }
        return heading;
    }

    /** Where the last words of a heading begin that have this key. */
    private static int tail(String heading, String key) {
        for (int i = heading.length() - 1; i > 0; i--) {
            if (Character.isWhitespace(heading.charAt(i - 1)) || !Character.isLetterOrDigit(heading.charAt(i - 1))) {
                if (Text.key(heading.substring(i)).equals(key) && (i < 2 || Text.blank(heading.charAt(i - 1)))) {
                    return i;
                }
            }
        }
        return 0;
    }

    /** The site's name dropped from the end or the beginning. */
    static String withoutSite(String title, String site) {
        String text = Text.tidy(title);
        if (text.length() > LONGEST) {
            return text;
        }
        String siteKey = Text.key(site);
        for (String separator : SEPARATORS) {
            int at = text.lastIndexOf(separator);
            if (at > 0) {
                String head = text.substring(0, at).strip();
                String tail = text.substring(at + separator.length()).strip();
                String tailKey = Text.key(tail);
                String headKey = Text.key(head);
                if (!siteKey.isEmpty()
                        && (tailKey.equals(siteKey)
                                || tailKey.contains(siteKey) && Text.words(tail) <= Text.words(site) + 2)) {
                    return withoutSite(head, site);
                }
                if (!siteKey.isEmpty() && headKey.equals(siteKey)) {
                    return tail;
                }
            }
        }
        return text;
    }

    /** For a title element where no site name is known: the longest part. */
    static String longestPart(String title) {
        String text = Text.tidy(title);
        for (String separator : SEPARATORS) {
            if (text.contains(separator)) {
                String best = "";
                for (String part : text.split(java.util.regex.Pattern.quote(separator), -1)) {
                    best = Text.words(part) > Text.words(best) ? part.strip() : best;
                }
                return best;
            }
        }
        return text;
    }
}

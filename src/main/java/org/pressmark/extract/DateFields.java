package org.pressmark.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Finds when the article was published and changed, as the page claims. */
final class DateFields {
    private static final int NEAR = 15;
    /** Country domains that are used anywhere, or by those who write the month first. */
    private static final Set<String> GENERAL =
            Set.of("us", "ph", "io", "co", "tv", "me", "ai", "fm", "cc", "ly", "to", "gg");

    private static final Pattern IN_URL = Pattern.compile(
            "[/_-]((?:19|20)\\d{2})[/_-](\\d{1,2})[/_-](\\d{1,2})(?=[/_.-]|$)|[/_-]((?:20)\\d{2})([01]\\d)([0-3]\\d)(?=[/_.-]|$)");

    /** A date in a caption is the picture's. */
    private static final Set<String> CAPTION = Set.of("figcaption");

    private DateFields() {}

    static Optional<Field> modified(Page page, String language) {
        Optional<Field> found = DateFacts.modified(page, language, "modified.");
        found.ifPresent(date -> page.trace.taken("modified", date));
        return found;
    }

    static Optional<Field> published(Page page, List<Draft> drafts, Element container, String url, String language) {
        String order = order(page, url, language);
        Optional<Field> found = search(page, drafts, container, url, order);
        found.ifPresent(date -> page.trace.taken("published", date));
        return found;
    }

    private static Optional<Field> search(
            Page page, List<Draft> drafts, Element container, String url, String language) {
        Optional<Field> told = DateFacts.published(page, language);
        if (told.isPresent() && told.get().value().length() > 10) {
            return earlier(page, drafts, told.get(), language).or(() -> told);
        }
        Optional<Field> shown = TimeElements.first(page, container, language);
        if (told.isPresent()) {
            boolean finer = shown.isPresent()
                    && shown.get().value().startsWith(told.get().value());
            return finer ? shown : earlier(page, drafts, told.get(), language).or(() -> told);
        }
        return shown.or(() -> lines(page, drafts, language).map(line -> asStated(line, url(url))))
                .or(() -> url(url))
                .or(() -> StatedDates.find(page, language))
                .or(() -> anywhere(page, drafts, container, language))
                .or(() -> belowHeadline(page, drafts, language))
                .or(() -> DateFacts.modified(page, language, "date.modified."));
    }

    /**
     * The visible date, where it is earlier than one told that equals the date of the last change: such a system writes its
     * last save as the day of publication.
     */
    private static Optional<Field> earlier(Page page, List<Draft> drafts, Field told, String language) {
        String day = told.value().substring(0, 10);
        boolean saved = DateFacts.modified(page, language, "")
                .filter(modified -> modified.value().startsWith(day))
                .isPresent();
        if (!saved || !told.rule().contains("json-ld")) {
            return Optional.empty();
        }
        Optional<Field> line = lines(page, drafts, language)
                .filter(shown -> shown.value().substring(0, 10).compareTo(day) < 0)
                .filter(shown -> !exchanged(shown).equals(day));
        line.ifPresent(shown ->
                page.trace.rejected("published", told, "is the day of the last change; the page shows another"));
        return line;
    }

    /** A date in numbers that is the one in the address with day and month exchanged is that one: 03-12-2023 under /2023/12/03/. */
    private static Field asStated(Field line, Optional<Field> told) {
        return told.map(Field::value)
                .filter(exchanged(line)::equals)
                .map(day -> new Field(day, line.exact(), line.place(), line.rule()))
                .orElse(line);
    }

    /** The other reading of a date in numbers alone; empty text for one that has no other. */
    private static String exchanged(Field shown) {
        String day = shown.value().substring(0, 10);
        return shown.exact().chars().anyMatch(Character::isLetter)
                        || shown.exact().startsWith(day.substring(0, 4))
                ? ""
                : day.substring(0, 5) + day.substring(8) + day.substring(4, 7);
    }

    /** The language whose order of day and month holds: a region from anywhere on the page, or the host's country. */
    private static String order(Page page, String url, String language) {
        if (language.length() > 3) {
            return language;
        }
        String locale = page.facts
                .first("meta.og:locale", "json-ld.inLanguage", "meta.content-language")
                .map(Field::value)
                .map(Language::clean)
                .orElse("");
        if (locale.length() > 3 && Text.lower(locale).startsWith(Text.lower(language))) {
            return locale;
        }
        String host = Addresses.host(url);
        String end = host.substring(host.lastIndexOf('.') + 1);
        return end.length() == 2 && !GENERAL.contains(end) && language.startsWith("en") ? "en-" + end : language;
    }

    /** Any short line that says a date and next to nothing else, a few pieces below the headline, whatever it is called. */
    private static Optional<Field> belowHeadline(Page page, List<Draft> drafts, String language) {
        int at = drafts.stream()
                .filter(draft -> draft.kind() == BlockKind.HEADLINE)
                .findFirst()
                .map(draft -> page.pieces.indexOf(draft.piece()))
                .orElse(-1);
        Set<String> pictured = pictured(page);
        for (int i = at + 1; at >= 0 && i < Math.min(page.pieces.size(), at + NEAR); i++) {
            Piece piece = page.pieces.get(i);
            if (!piece.picture()
                    && !pictured.contains(piece.text())
                    && piece.words() < 16
                    && Dates.mostly(piece.text(), true)) {
                Optional<Field> found = in(page, piece, language, "date.below-headline");
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** What the page's pictures show: the same words in a line are a caption. */
    private static Set<String> pictured(Page page) {
        Set<String> out = new HashSet<>();
        for (Piece piece : page.pieces) {
            piece.image().map(Block.Image::alt).ifPresent(out::add);
        }
        return out;
    }

    private static Optional<Field> lines(Page page, List<Draft> drafts, String language) {
        Optional<Field> changed = Optional.empty();
        Set<String> pictured = pictured(page);
        for (Draft draft : drafts) {
            boolean line = draft.kind() == BlockKind.TIMESTAMP || draft.kind() == BlockKind.BYLINE;
            if (line && !pictured.contains(draft.piece().text())) {
                Optional<Field> found = in(page, draft.piece(), language, "date.line");
                boolean update = Lexicon.UPDATED.opens(Lines.bare(draft.piece().text())) > 0;
                if (found.isPresent() && !update) {
                    return found;
                }
                changed = changed.isEmpty() ? found : changed;
            }
        }
        return changed;
    }

    private static Optional<Field> in(Page page, Piece piece, String language, String rule) {
        return Dates.find(piece.text(), language)
                .map(found -> new Field(
                        found.iso(),
                        piece.text().substring(found.start(), found.end()),
                        page.source.place(piece.start(), piece.end(), page.selectors.of(piece.element())),
                        rule));
    }

    private static Optional<Field> url(String url) {
        Matcher matcher = IN_URL.matcher(url.length() > 500 ? url.substring(0, 500) : url);
        if (matcher.find()) {
            String text = matcher.group(1) != null
                    ? matcher.group(1) + "-" + matcher.group(2) + "-" + matcher.group(3)
                    : matcher.group(4) + "-" + matcher.group(5) + "-" + matcher.group(6);
            return IsoDates.of(text, "").map(iso -> new Field(iso, matcher.group(), Place.NONE, "date.url"));
        }
        return Optional.empty();
    }

    /** A short piece with a date near the text: the nearest before its beginning, else the first after. */
    private static Optional<Field> anywhere(Page page, List<Draft> drafts, Element container, String language) {
        Set<Element> captions = drafts.stream()
                .filter(draft -> draft.kind() == BlockKind.CAPTION || draft.kind() == BlockKind.CREDIT)
                .map(draft -> draft.piece().element())
                .collect(Collectors.toSet());
        Set<String> pictured = pictured(page);
        Optional<Field> before = Optional.empty();
        int inside = 0;
        for (Piece piece : page.pieces) {
            boolean within = Tags.inside(piece.element(), container);
            if (captions.contains(piece.element())
                    || pictured.contains(piece.text())
                    || Tags.within(piece.element(), CAPTION) != null) {
                continue;
            }
            if (within && inside < 2 && before.isEmpty() && !piece.picture()) {
                Optional<Dates.Found> first = Dates.find(piece.text(), language);
                if (first.isPresent() && first.get().start() < 2) {
                    return in(page, piece, language, "date.opens-text");
                }
            }
            if (piece.picture() || piece.words() > 40 && within || piece.words() > 25) {
                inside += within ? 1 : 0;
                continue;
            }
            if (within && inside > 2 && before.isPresent()) {
                return before;
            }
            inside += within ? 1 : 0;
            if (page.junkBelow(piece.element(), page.document) == Page.Junk.NEVER
                    || piece.linkDensity() > 0.6 && !within) {
                continue;
            }
            Optional<Field> found = in(page, piece, language, "date.visible");
            if (found.isPresent()) {
                if (within) {
                    return before.isPresent() && inside > 3 ? before : found;
                }
                before = inside == 0 || before.isEmpty() ? found : before;
            }
        }
        return before;
    }
}

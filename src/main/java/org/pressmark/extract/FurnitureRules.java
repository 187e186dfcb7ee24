package org.pressmark.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;

/** Recognises captions, credits, bylines and dates by their mark-up, names and words. */
final class FurnitureRules {
    private static final Set<String> BYLINE = Lists.load("names-byline");
    private static final Set<String> BIOGRAPHY = Lists.load("names-biography");
    private static final Set<String> NAME = Set.of("name", "author-name", "fn");
    private static final int NEIGHBOURS = 4;
    private static final Set<String> DATE = Lists.load("names-date");
    private static final Set<String> CAPTION = Lists.load("names-caption");
    private static final Set<String> KICKER = Lists.load("names-kicker");
    private static final int KICKER_WORDS = 10;
    /** Words behind the first date of a byline, where a second follows. */
    private static final int TWO_DATES = 16;

    /** Words of running text: a box round so many holds no picture with its caption, whatever its tag. */
    private static final int LEGEND = 200;

    private static final Set<String> CREDIT = Lists.load("names-credit");

    private final Page page;
    private final Surroundings round;
    private final Frames frames;
    private final Map<Element, Boolean> timed = new HashMap<>();

    FurnitureRules(Page page, Surroundings round, Element container) {
        this.page = page;
        this.round = round;
        this.frames = new Frames(page, container);
    }

    /** Captions and credits, by their names, tags and words. */
    Optional<Draft> legend(Piece piece) {
        if (piece.tag().equals("pre")) {
            return Optional.empty();
        }
        boolean caption =
                piece.tag().equals("figcaption") || Tags.within(piece.element(), Set.of("figcaption")) != null;
        boolean named = piece.words() < 70
                && (round.near(piece.element(), CAPTION, 3) || page.names.has(sole(piece.element()), CAPTION));
        Element frame = Tags.within(piece.element(), Set.of("figure"));
        boolean figure = frame != null
                && page.mass(frame) < LEGEND
                && !piece.tag().equals("blockquote")
                && Tags.within(piece.element(), Set.of("blockquote", "table")) == null;
        boolean framed = !caption && !named && !figure && frames.under(piece);
        if (!caption && !named && !figure && !framed && !Captions.closes(piece)) {
            return Optional.empty();
        }
        if (page.names.has(piece.element(), CREDIT) || Captions.credit(piece.text())) {
            return Draft.keep(piece, BlockKind.CREDIT, "credit.name");
        }
        return Draft.keep(
                piece,
                BlockKind.CAPTION,
                caption || figure
                        ? "caption.tag"
                        : named ? "caption.name" : framed ? "caption.frame" : "caption.words");
    }

    /** The one element that an element has beside pictures; else itself. */
    private static Element sole(Element element) {
        Element found = null;
        for (Element child : element.children()) {
            if (!child.nameIs("img") && !child.nameIs("picture")) {
                if (found != null) {
                    return element;
                }
                found = child;
            }
        }
        return found == null || !element.ownText().isBlank() ? element : found;
    }

    /** The few words above a headline, by their name. */
    Optional<Draft> kicker(Piece piece) {
        return piece.words() > 0
                        && piece.words() <= KICKER_WORDS
                        && round.near(piece.element(), KICKER, 2)
                        && page.junkBelow(piece.element(), page.document) != Page.Junk.NEVER
                ? Draft.keep(piece, BlockKind.KICKER, "kicker.name")
                : Optional.empty();
    }

    /** Lines that say who and when; one that says both gives its byline to {@code out} and its date back. */
    Optional<Draft> byline(Piece piece, boolean text, List<Draft> out) {
        if (piece.words() > 30 || piece.heading()) {
            return Optional.empty();
        }
        Element element = piece.element();
        boolean date =
                round.near(element, DATE, 3) || timed.computeIfAbsent(element, key -> Elements.holds(key, "time", 3));
        if (piece.words() <= 30 && (date || round.near(element, BYLINE, 3) || Bylines.opens(piece.text()))) {
            Optional<Draft> last = parted(piece, out);
            if (last.isPresent()) {
                return last;
            }
        }
        if (!text && piece.words() <= 20 && PersonNames.onBehalf(piece.text()) && !piece.sentence()) {
            return Draft.keep(piece, BlockKind.BYLINE, "byline.on-behalf");
        }
        if (piece.words() <= 16
                && Dates.mostly(piece.text(), date)
                && AgencyCredits.dateline(piece.text()).isEmpty()) {
            return Draft.keep(piece, BlockKind.TIMESTAMP, "timestamp.line");
        }
        if (piece.words() <= 14 && Bylines.opens(piece.text()) && !piece.sentence()) {
            return Draft.keep(piece, BlockKind.BYLINE, "byline.words");
        }
        if (piece.words() <= 14
                && round.near(element, BYLINE, 3)
                && !besideName(element)
                && !(text && piece.sentence())
                && Tags.within(element, Set.of("blockquote")) == null) {
            return Draft.keep(piece, BlockKind.BYLINE, "byline.name");
        }
        return Optional.empty();
    }

    /** True for what an author's box says beside the name: it is no name. */
    private boolean besideName(Element element) {
        if (!page.names.has(element, BIOGRAPHY)) {
            return false;
        }
        int seen = 0;
        for (Element at = element.previousElementSibling();
                at != null && seen++ < NEIGHBOURS;
                at = at.previousElementSibling()) {
            if (page.names.has(at, NAME)) {
                return true;
            }
        }
        return false;
    }

    /** True where more follows a date than a clock, or a second date that says when the page was changed. */
    private static boolean tooLong(String rest, boolean opened) {
        int words = Text.words(rest);
        return words > 8
                && (!opened || words > TWO_DATES || Dates.find(rest, "").isEmpty());
    }

    /** A byline and a date in one line, parted; the earlier is put down, the later returned. */
    private Optional<Draft> parted(Piece piece, List<Draft> out) {
        String line = piece.text();
        Optional<Dates.Found> found = Dates.find(line, "");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int start = found.get().start();
        int end = found.get().end();
        int cut = start;
        while (cut > 0
                && !Character.isLetterOrDigit(line.charAt(cut - 1))
                && line.charAt(cut - 1) != ')'
                && line.charAt(cut - 1) != '.') {
            cut--;
        }
        String before = line.substring(0, cut);
        int words = Text.words(before);
        boolean named = round.near(piece.element(), BYLINE, 3) && !Lexicon.BOILERPLATE.is(before);
        if (words < 1
                || words > 12
                || !(Bylines.opens(before) || named && PersonNames.plain(before))
                || tooLong(line.substring(end), Bylines.opens(before))) {
            return Optional.empty();
        }
        String source = page.source.text();
        Draft.keep(piece.part(source, 0, cut), BlockKind.BYLINE, "byline.before-date")
                .ifPresent(out::add);
        return Draft.keep(piece.part(source, start, line.length()), BlockKind.TIMESTAMP, "timestamp.after-byline");
    }
}

package org.pressmark.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Takes the words above a headline out of a heading that holds both. What the page calls itself elsewhere decides: a title
 * that has the kicker keeps it, one that has it not drops it.
 */
final class Kickers {
    private static final Set<String> NAMES = Lists.load("names-kicker");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");

    /** So many elements of a heading are looked at, and so many words of each: a heading may hold a whole page. */
    private static final int LOOKED_AT = 20;

    private static final int LONGEST = 45;

    private final Page page;
    private final List<String> titles;
    private final List<String> keys;

    /** @param titles what the page calls itself, the site's name dropped */
    Kickers(Page page, List<String> titles) {
        this.page = page;
        this.titles = titles;
        this.keys = titles.stream().map(Text::key).toList();
    }

    /** True where a heading's last element, and not the heading as a whole, says one of the titles. */
    boolean parted(Piece piece) {
        Element element = heading(piece);
        return element != null && keys.stream().anyMatch(title -> apart(element, piece.text(), title));
    }

    private static @Nullable Element heading(Piece piece) {
        return Tags.within(piece.element(), HEADINGS);
    }

    /** The headline within the text of a heading's piece. */
    String headline(Piece piece, String heading) {
        Element element = heading(piece);
        for (String title : titles) {
            if (element != null && apart(element, heading, Text.key(title))) {
                return title;
            }
        }
        String kicker = element == null ? "" : kicker(element, heading);
        String tight = tight(heading);
        for (String title : titles) {
            if (tight(title).equals(tight)) {
                boolean same = Text.key(title).equals(Text.key(heading)) && kicker.isEmpty();
                return same ? heading : title;
            }
        }
        if (element != null && !kicker.isEmpty()) {
            String rest = heading.substring(kicker.length()).replaceAll("^[\\s:–—|-]+", "");
            String key = Text.key(rest);
            if (Text.words(rest) >= 3
                    && titles.stream().anyMatch(title -> Text.key(title).endsWith(key))) {
                return rest;
            }
        }
        String whole = element == null ? "" : tight(element.text());
        for (String title : titles) {
            if (!whole.isEmpty() && whole.startsWith(tight) && tight(title).equals(whole)) {
                return title;
            }
        }
        return tail(heading);
    }

    /** True where the last element within the heading, and not the heading as a whole, says the title. */
    private static boolean apart(Element heading, String text, String title) {
        String key = Text.key(text);
        return Text.words(title) >= 3
                && key.length() > title.length()
                && key.endsWith(title)
                && heading.stream().skip(1).limit(LOOKED_AT).anyMatch(part -> says(part, title));
    }

    private static boolean says(Element part, String title) {
        return part.nameIs("br")
                || Elements.atMost(part, LONGEST) && Text.key(part.text()).equals(title);
    }

    /** The end of the heading that the page gives as its title elsewhere; the heading where there is none. */
    private String tail(String heading) {
        String key = Text.key(heading);
        for (String title : titles) {
            String titleKey = Text.key(title);
            if (key.endsWith(" " + titleKey) && titleKey.length() > key.length() * 0.35 && Text.words(title) >= 4) {
                return heading.substring(Titles.tail(heading, titleKey)).strip();
            }
        }
        return heading;
    }

    /** What stands in an element named as a kicker at the beginning of the heading. */
    private String kicker(Element heading, String text) {
        for (Element part : heading.select("span, div, small, strong, em, p, a")) {
            String words = Text.tidy(part.text());
            if (!words.isEmpty() && words.length() < text.length() && text.startsWith(words)) {
                if (page.names.has(part, NAMES)) {
                    return words;
                }
            }
        }
        return "";
    }

    private static String tight(String text) {
        return Text.key(text).replace(" ", "");
    }
}

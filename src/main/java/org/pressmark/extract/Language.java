package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** The language that a page states; where it states none, the one its words are in. */
final class Language {
    private static final Evaluator STATED = Selector.evaluatorOf("html[lang], html[xml:lang]");

    private Language() {}

    /**
     * As stated, else from the running text.
     *
     * @param text the article's paragraphs
     */
    static String of(Page page, String text) {
        Optional<Field> stated = stated(page);
        String told = stated.map(field -> clean(field.value())).orElse("");
        boolean weigh = told.isEmpty() || page.trace.on();
        String words = weigh ? detect(text) : "";
        stated.ifPresent(field -> page.trace.add(
                "language",
                told,
                field.rule(),
                field.place(),
                !told.isEmpty(),
                told.isEmpty() ? "is no language tag" : ""));
        if (!words.isEmpty()) {
            page.trace.add(
                    "language",
                    words,
                    "language.words",
                    Place.NONE,
                    told.isEmpty(),
                    told.isEmpty()
                            ? ""
                            : told.startsWith(words) ? "agrees with what is stated" : "the page states another");
        }
        return told.isEmpty() ? words : told;
    }

    /** What a text's script and commonest words say: {@code en}, {@code ja}; empty text where they say nothing surely. */
    static String detect(String text) {
        return LanguageGuess.of(text);
    }

    private static Optional<Field> stated(Page page) {
        String tag = page.index
                .first(STATED)
                .map(html -> html.attr(html.hasAttr("lang") ? "lang" : "xml:lang"))
                .orElse("");
        if (!clean(tag).isEmpty()) {
            return Optional.of(new Field(tag, tag, Place.NONE, "language.html"));
        }
        List<Field> others = page.facts.every(
                "meta.og:locale", "meta.content-language", "json-ld.inLanguage", "meta.dc.language", "meta.language");
        return others.stream().filter(field -> !clean(field.value()).isEmpty()).findFirst();
    }

    /** A BCP 47 tag, or empty text. */
    static String clean(String tag) {
        String text = tag.strip().replace('_', '-');
        int stop = 0;
        while (stop < text.length()
                && stop < 35
                && (Character.isLetterOrDigit(text.charAt(stop)) && text.charAt(stop) < 128
                        || text.charAt(stop) == '-')) {
            stop++;
        }
        String kept = text.substring(0, stop);
        int dash = kept.indexOf('-');
        int primary = dash < 0 ? kept.length() : dash;
        return primary < 2 || primary > 3 ? "" : kept;
    }
}

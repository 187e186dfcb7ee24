package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** The language that a page states; where it states none, the one its words are in. */
final class Language {
    private Language() {}

    /**
     * As stated, else from the running text.
     *
     * @param text the article's paragraphs
     */
    static String of(Page page, String text) {
        Optional<Field> stated = stated(page.document, page.facts);
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

    private static Optional<Field> stated(Document document, Facts facts) {
        Element html = document.selectFirst("html[lang], html[xml:lang]");
        String tag = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        if (!clean(tag).isEmpty()) {
            return Optional.of(new Field(tag, tag, Place.NONE, "language.html"));
        }
        List<Field> others = facts.every(
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

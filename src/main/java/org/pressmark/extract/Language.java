package org.pressmark.extract;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.model.Field;

/** The language that a page states. */
final class Language {
    private Language() {}

    static String of(Document document, Facts facts) {
        Element html = document.selectFirst("html[lang], html[xml:lang]");
        String tag = html == null ? "" : html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
        if (tag.isBlank()) {
            tag = facts.first(
                            "meta.og:locale",
                            "meta.content-language",
                            "json-ld.inLanguage",
                            "meta.dc.language",
                            "meta.language")
                    .map(Field::value)
                    .orElse("");
        }
        return clean(tag);
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

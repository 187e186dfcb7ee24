package org.pressmark.extract;

import java.util.Optional;
import org.jsoup.nodes.Document;
import org.pressmark.model.Field;

/** The site's name. */
final class Sites {
    private Sites() {}

    static Optional<Field> of(Facts facts, Document document) {
        return facts.first(
                        "meta.og:site_name",
                        "json-ld.publisher",
                        "json-ld.site.name",
                        "meta.application-name",
                        "meta.apple-mobile-web-app-title")
                .filter(field -> field.value().length() < 80)
                .map(field -> new Field(field.value(), field.exact(), field.place(), "site." + field.rule()));
    }
}

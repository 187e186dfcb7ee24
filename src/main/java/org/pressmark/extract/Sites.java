package org.pressmark.extract;

import java.util.List;
import java.util.Optional;
import org.pressmark.model.Field;

/** The site's name. */
final class Sites {
    private static final String[] RULES = {
        "meta.og:site_name",
        "json-ld.publisher",
        "json-ld.site.name",
        "meta.application-name",
        "meta.apple-mobile-web-app-title"
    };
    private static final int LONGEST = 80;

    private Sites() {}

    static Optional<Field> of(Page page) {
        List<Field> told = page.facts.every(RULES);
        Optional<Field> site = told.stream()
                .filter(field -> field.value().length() < LONGEST)
                .findFirst()
                .map(field -> new Field(field.value(), field.exact(), field.place(), "site." + field.rule()));
        site.ifPresent(field -> page.trace.taken("site", field));
        told.stream()
                .filter(field ->
                        site.isEmpty() || !field.place().equals(site.get().place()))
                .forEach(field -> page.trace.rejected(
                        "site",
                        field,
                        field.value().length() < LONGEST ? "a surer rule names the site" : "is too long for a name"));
        return site;
    }
}

package org.pressmark.extract;

import java.util.Optional;
import org.pressmark.model.Field;

/** The dates that a page states to machines, by the surest of the names under which it does. */
final class DateFacts {
    private static final String[] PUBLISHED = {
        "json-ld.datePublished",
        "meta.article:published_time",
        "meta.og:article:published_time",
        "meta.article.published",
        "meta.datepublished",
        "microdata.datePublished",
        "meta.parsely-pub-date",
        "meta.sailthru.date",
        "meta.dc.date.issued",
        "meta.dcterms.created",
        "meta.dc.date",
        "meta.dc.date.created",
        "meta.dcterms.date",
        "meta.pubdate",
        "meta.publishdate",
        "meta.publish-date",
        "meta.publish_date",
        "meta.publication_date",
        "meta.date",
        "meta.article_date_original",
        "meta.cxenseparse:recs:publishtime",
        "meta.published_time",
        "meta.og:published_time",
        "meta.rnews:datepublished",
        "meta.iso-8601-publish-date",
        "meta.citation_publication_date",
        "meta.article:published",
        "json-ld.page.datePublished",
        "json-ld.dateCreated",
        "microdata.dateCreated",
        "json-ld.page.uploadDate",
        "meta.created",
        "meta.article:post_date"
    };
    private static final String[] MODIFIED = {
        "json-ld.dateModified",
        "meta.article:modified_time",
        "meta.og:updated_time",
        "microdata.dateModified",
        "meta.dcterms.modified",
        "meta.datemodified",
        "meta.dc.date.modified",
        "meta.last-modified",
        "meta.lastmod",
        "meta.updated_time",
        "json-ld.page.dateModified"
    };

    private DateFacts() {}

    static Optional<Field> published(Page page, String language) {
        return fact(page, PUBLISHED, language, "date.");
    }

    static Optional<Field> modified(Page page, String language, String prefix) {
        return fact(page, MODIFIED, language, prefix);
    }

    private static Optional<Field> fact(Page page, String[] rules, String language, String prefix) {
        for (String rule : rules) {
            for (Field field : page.facts.every(rule)) {
                Optional<String> iso = IsoDates.of(field.value(), language);
                if (iso.isPresent()) {
                    return Optional.of(new Field(iso.get(), field.exact(), field.place(), prefix + field.rule()));
                }
            }
        }
        return Optional.empty();
    }
}

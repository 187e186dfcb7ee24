package org.pressmark.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Field;

/** The authors that a page names to machines, by the first of its ways that names somebody. */
final class ToldAuthors {
    private static final String LABELLED = "meta.twitter:data1";
    private static final String[][] RULES = {
        {"json-ld.author"},
        {"json-ld.page.author", "json-ld.creator"},
        {"meta.citation_author"},
        {"microdata.author.name"},
        {"meta.author"},
        {"meta.article:author"},
        {"meta.articleauthor"},
        {"meta.article_author"},
        {"meta.parsely-author"},
        {"meta.sailthru.author"},
        {"meta.dc.creator"},
        {"meta.dcterms.creator"},
        {"meta.byl"},
        {"meta.article:author_name"},
        {"meta.article.author"},
        {"meta.og:article:author"},
        {"meta.cxenseparse:author"},
        {LABELLED},
        {"meta.authors"},
        {"microdata.author"}
    };

    private final Page page;
    private final NameRules rules;

    ToldAuthors(Page page, NameRules rules) {
        this.page = page;
        this.rules = rules;
    }

    List<Field> find() {
        for (String[] group : RULES) {
            if (group[0].equals(LABELLED) && !label()) {
                continue;
            }
            List<Field> out = names(page.facts.every(group));
            if (!out.isEmpty()) {
                return out;
            }
        }
        return List.of();
    }

    /** The site itself or a desk, where the page names it as author and nobody else. */
    List<Field> itself() {
        for (Field field : page.facts.every("json-ld.author", "json-ld.page.author")) {
            boolean name = !field.value().contains("://") && Text.words(field.value()) <= 6;
            if (name && (rules.itself(field.value()) || Lexicon.JOB.opens(field.value()) > 0)) {
                return List.of(new Field(field.value(), field.exact(), field.place(), "author.site." + field.rule()));
            }
        }
        return List.of();
    }

    private boolean label() {
        return page.facts
                .first("meta.twitter:label1")
                .filter(label -> Lexicon.BYLINE.opens(label.value()) > 0)
                .isPresent();
    }

    private List<Field> names(List<Field> fields) {
        Map<String, Field> out = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.value().contains("://") || field.value().startsWith("www.")) {
                continue;
            }
            if (rules.itself(field.value())) {
                page.trace.rejected("author", field, "is the site's name");
                continue;
            }
            for (String name : PersonNames.split(field.value())) {
                String against = rules.against(name);
                if (against.isEmpty()) {
                    out.putIfAbsent(
                            Text.key(name), new Field(name, field.exact(), field.place(), "author." + field.rule()));
                } else {
                    page.trace.add("author", name, "author." + field.rule(), field.place(), false, against);
                }
            }
        }
        return new ArrayList<>(out.values());
    }
}

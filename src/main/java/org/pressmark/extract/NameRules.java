package org.pressmark.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/** Tells names of people from what else stands in bylines: the site's name, the headline, jobs, days, section names. */
final class NameRules {
    private static final int LONGEST = 60;
    private static final int WORDS = 6;
    private static final List<String> COMPANY =
            List.of("gmbh", " inc", " ltd", " llc", " s.a.", "www.", ".com", ".net", ".org", ".de");

    private final String site;
    private final String headline;
    private final String host;
    private final List<String> publishers;

    NameRules(Page page, String site, String headline) {
        this.site = Text.key(site);
        this.headline = Text.key(headline);
        this.host = Addresses.host(page.document.baseUri());
        this.publishers = page
                .facts
                .every(
                        "json-ld.publisher",
                        "json-ld.site.name",
                        "meta.og:site_name",
                        "meta.application-name",
                        "meta.publisher")
                .stream()
                .map(field -> Text.key(field.value()))
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** Why this is no author's name; empty text where it may be one. */
    String against(String name) {
        String key = Text.key(name);
        if (key.length() < 2 || name.chars().noneMatch(Character::isLetter)) {
            return "has no letters";
        }
        if (name.length() > LONGEST || Text.words(name) > WORDS) {
            return "is too long for a name";
        }
        if (name.indexOf(':') > 0 || PersonNames.phrase(name)) {
            return "reads as a phrase";
        }
        if (name.contains("://") || name.contains("@") || name.startsWith("#")) {
            return "is an address";
        }
        if (Agencies.all().canonical(name).isPresent()) {
            return "";
        }
        if (itself(name)) {
            return "is the site's name";
        }
        if (key.equals(headline)) {
            return "is the headline";
        }
        if (Lexicon.JOB.is(name)) {
            return "is a job or a desk";
        }
        if (Lexicon.WEEKDAYS.is(name) || Lexicon.DATE_LABEL.is(name) || Dates.day(name)) {
            return "speaks of a date";
        }
        if (Lexicon.RELATED.is(name) || Lexicon.BOILERPLATE.is(name) || PersonNames.stops(name)) {
            return "is a phrase of the page";
        }
        boolean number =
                Arrays.stream(key.split(" ", -1)).anyMatch(word -> word.chars().allMatch(Character::isDigit));
        return number && key.indexOf(' ') > 0
                        || name.chars().filter(Character::isDigit).count() > 6
                ? "has a number"
                : "";
    }

    boolean plausible(String name) {
        return against(name).isEmpty();
    }

    /** True where the name is the site's own. */
    boolean itself(String name) {
        String key = Text.key(name);
        return key.equals(site) || publishers.contains(key);
    }

    /** True for names that look like a site's or company's: a visible byline is then the better witness. */
    boolean company(Field author) {
        String key = Text.key(author.value());
        String tight = key.replace(" ", "");
        String lower = author.value().toLowerCase(Locale.ROOT);
        String label =
                host.indexOf('.') > 0 ? host.substring(0, host.indexOf('.')).replace("-", "") : "";
        return COMPANY.stream().anyMatch(lower::contains)
                || author.exact().contains("www.")
                || !site.isEmpty() && (key.contains(site) || site.contains(key))
                || publishers.stream().anyMatch(publisher -> publisher.contains(key))
                || Agencies.all().canonical(author.value()).isPresent()
                || label.length() > 1 && tight.startsWith(label)
                || key.length() > 3 && host.replace("-", "").contains(tight);
    }
}

package org.pressmark.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.text.Agencies;

/**
 * Finds who is named as author: what the page says to machines, unless the byline that readers see names others. A content
 * system writes its user into the mark-up; an editor writes the author into the byline.
 */
final class Authors {
    private final Page page;
    private final List<Draft> drafts;
    private final NameRules rules;
    private final SeenAuthors seenAuthors;

    private Authors(Page page, List<Draft> drafts, String site, String headline) {
        this.page = page;
        this.drafts = drafts;
        this.rules = new NameRules(page, site, headline);
        this.seenAuthors = new SeenAuthors(page, drafts, rules);
    }

    static List<Field> find(Page page, List<Draft> drafts, String site, String headline) {
        List<Field> found = new Authors(page, drafts, site, headline).find();
        found.forEach(author -> page.trace.taken("author", author));
        return found;
    }

    private List<Field> find() {
        ToldAuthors toldAuthors = new ToldAuthors(page, rules);
        List<Field> told = toldAuthors.find();
        List<Field> byline = seenAuthors.byline();
        if (!told.isEmpty() && !told.stream().allMatch(rules::company)) {
            return people(told, byline);
        }
        List<Field> seen = byline.isEmpty() ? seenAuthors.elsewhere() : byline;
        if (!seen.isEmpty()) {
            return withAgencies(seen, told);
        }
        if (!told.isEmpty()) {
            return told.stream().map(this::shown).toList();
        }
        List<Field> itself = toldAuthors.itself();
        return itself.isEmpty() ? seenAuthors.itself().map(List::of).orElse(List.of()) : itself;
    }

    /** Of people told to machines and people seen. */
    private List<Field> people(List<Field> told, List<Field> byline) {
        List<Field> column = seenAuthors.column();
        if (column.size() > told.size() && told.stream().allMatch(author -> common(List.of(author), column))) {
            return column;
        }
        if (!byline.isEmpty() && better(byline, told)) {
            reject(told, "the byline that readers see names others");
            return byline;
        }
        List<Field> others =
                byline.stream().filter(seen -> !common(List.of(seen), told)).toList();
        reject(others, "the page tells machines otherwise");
        return told.stream().map(this::shown).toList();
    }

    /** A company that is told of is the site, mostly, and no author; an agency is named beside its people. */
    private List<Field> withAgencies(List<Field> seen, List<Field> told) {
        List<Field> out = new ArrayList<>(seen);
        for (Field company : told) {
            if (Agencies.all().canonical(company.value()).isPresent() && !common(List.of(company), seen)) {
                out.add(company);
            } else {
                page.trace.rejected("author", company, "is a company's name, and readers see another");
            }
        }
        return List.copyOf(out);
    }

    /**
     * True where the byline opens as bylines do and names nobody who is told of, or those who are told of are named in
     * another part. One word is enough against a name that some systems write into every page.
     */
    private boolean better(List<Field> seen, List<Field> told) {
        if (common(seen, told)) {
            return false;
        }
        boolean people = seen.stream().allMatch(author -> PersonNames.capitals(author.value()));
        boolean everywhere = told.stream().allMatch(author -> author.rule().equals("author.meta.author"));
        return SeenAuthors.opened(seen.get(0)) && (people || everywhere)
                || people && told.stream().allMatch(seenAuthors::inOtherPart);
    }

    /** True where a word of one's names, a surname mostly, stands in the other's. */
    private static boolean common(List<Field> some, List<Field> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> {
                    List<String> words = Arrays.asList(Text.key(other.value()).split(" ", -1));
                    return Arrays.stream(Text.key(one.value()).split(" ", -1)).anyMatch(words::contains);
                }));
    }

    private void reject(List<Field> fields, String why) {
        fields.forEach(field -> page.trace.rejected("author", field, why));
    }

    /** The author with the words of the visible byline as evidence, where one names the same. */
    private Field shown(Field author) {
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE
                    && SeenAuthors.names(draft.piece()).contains(author.value())) {
                return new Field(
                        author.value(),
                        draft.piece().text(),
                        seenAuthors.place(draft.piece()),
                        author.rule() + "+byline");
            }
        }
        return author;
    }
}

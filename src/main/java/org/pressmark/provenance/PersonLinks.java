package org.pressmark.provenance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;
import org.pressmark.model.Derivation.Reason;
import org.pressmark.model.LinkWord;
import org.pressmark.model.LinkWord.Word;
import org.pressmark.model.UrlKey;
import org.pressmark.text.Agencies;

/** Links that a person confirmed, added or rejected: the last word on each counts, before anything is inferred. */
final class PersonLinks {
    static final String RULE = "P1";
    private static final double WEIGHT = 5;

    private final Copies copies;
    private final Nodes nodes;
    private final Links links;

    PersonLinks(Copies copies, Nodes nodes, Links links) {
        this.copies = copies;
        this.nodes = nodes;
        this.links = links;
    }

    /** @param words in the order in which they were said */
    void apply(List<LinkWord> words) {
        Map<String, LinkWord> last = new LinkedHashMap<>();
        for (LinkWord word : words) {
            String key = UrlKey.of(word.child()).surt() + "\n"
                    + word.parentPage().map(UrlKey::surt).orElse(word.parent());
            last.remove(key);
            last.put(key, word);
        }
        for (LinkWord word : last.values()) {
            for (Copy child : copies.atPage(UrlKey.of(word.child()))) {
                parent(word, child).ifPresent(parent -> say(word, child, parent));
            }
        }
    }

    private Optional<String> parent(LinkWord word, Copy child) {
        if (word.parentPage().isPresent()) {
            boolean own = child.page().equals(word.parentPage());
            String parent =
                    copies.atPage(word.parent(), child).map(Copy::id).orElseGet(() -> nodes.page(word.parent()));
            return own ? Optional.empty() : Optional.of(parent);
        }
        return Agencies.all().canonical(word.parent()).map(agency -> nodes.wire(agency, copies.cluster(child)));
    }

    private void say(LinkWord word, Copy child, String parent) {
        Reason reason = new Reason(
                RULE, word.word() == Word.REJECT ? -WEIGHT : WEIGHT, words(word), Optional.empty(), Optional.empty());
        Optional<LinkDraft> known = links.between(child.id(), parent);
        if (word.word() == Word.REJECT) {
            links.reject(child.id(), parent);
            known.ifPresent(
                    link -> link.because(reason).is(Outcome.CONTRADICTORY).is(Directness.UNKNOWN));
        } else if (known.isPresent()) {
            known.get().because(reason).confirmed();
        } else if (!links.wouldCircle(child.id(), parent)) {
            Outcome outcome = copies.has(parent) ? Outcome.STATED_TEXT_AGREES : Outcome.STATED_NOT_ARCHIVED;
            links.add(
                    new LinkDraft(child.id(), parent, 0, Basis.CONFIRMED, Directness.DIRECT, outcome).because(reason));
        }
    }

    private static String words(LinkWord word) {
        String what = word.word() == Word.REJECT ? "A person rejects this link" : "A person confirms this link";
        String by = word.by().isEmpty() ? "" : " (" + word.by() + ", " + word.at() + ")";
        return what + by + (word.note().isEmpty() ? "." : ": " + Words.cut(word.note()));
    }
}

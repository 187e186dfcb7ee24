package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;

/**
 * Rule A1: the page gives the address of its original, in a visible line, in JSON-LD isBasedOn or in an original-source tag.
 * The line itself can be inherited: where another copy carries it too, it names an ancestor and not surely the parent.
 */
final class A1ExplicitAddress {
    static final String RULE = "A1";
    static final double WEIGHT = 5;
    /** A second mention of the same address on the same page is hardly independent of the first. */
    static final double AGAIN = 0.5;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.ORIGINAL_URL, Kind.JSONLD_BASED_ON, Kind.ORIGINAL_SOURCE);

    private A1ExplicitAddress() {}

    static List<Statement> of(Copy copy) {
        List<Statement> out = new ArrayList<>();
        for (Claim claim : copy.claims()) {
            boolean names = KINDS.contains(claim.kind()) && claim.targetUrl().isPresent();
            if (names
                    && counts(claim)
                    && !WebAddress.samePage(copy.url(), claim.targetUrl().get())) {
                String how = claim.kind() == Kind.ORIGINAL_URL
                        ? " gives its original: "
                        : claim.kind() == Kind.JSONLD_BASED_ON
                                ? " says in its JSON-LD (isBasedOn) that it is based on "
                                : " names its source in a tag (original-source): ";
                out.add(new Statement(copy, claim, RULE, WEIGHT, copy.label() + how + Words.quote(claim) + "."));
            }
        }
        return out;
    }

    /** What readers and pictures say links nothing. */
    static boolean counts(Claim claim) {
        return claim.scope() == Scope.ARTICLE || claim.scope() == Scope.PAGE;
    }
}

package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.Claim.Scope;

/** Rule A3: the page names a site, not an address: "first appeared on", "republished from", "via", "Source:". */
final class A3NamedSite {
    static final String RULE = "A3";
    static final double WEIGHT = 3.5;

    private static final Set<Kind> KINDS = EnumSet.of(Kind.FIRST_APPEARED, Kind.SOURCE_CREDIT);

    private A3NamedSite() {}

    static List<Statement> of(Copy copy) {
        List<Statement> out = new ArrayList<>();
        for (Claim claim : copy.claims()) {
            boolean names = KINDS.contains(claim.kind()) && claim.scope() == Scope.ARTICLE;
            boolean own = copy.siteNames().contains(Publishers.key(claim.value()));
            if (names && !own && !A4AgencyCredit.namesAgency(claim)) {
                out.add(new Statement(
                        copy,
                        claim,
                        RULE,
                        WEIGHT,
                        copy.label() + " names a site as its source: " + Words.quote(claim) + "."));
            }
        }
        return out;
    }

    /** A name that looks like a site's: capitalised or an address, not a clause. */
    static boolean looksLikeSite(Claim claim) {
        String name = claim.value();
        boolean capital = Character.isUpperCase(name.codePointAt(0)) || Character.isDigit(name.codePointAt(0));
        return claim.agent().isPresent()
                || claim.targetUrl().isPresent()
                || claim.kind() == Kind.FIRST_APPEARED && capital && name.split("\\s+").length <= 5;
    }
}

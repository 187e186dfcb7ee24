package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;

/**
 * Rule A2: the page's head declares another site's address as the page's own (rel=canonical, og:url), or a syndication
 * source. On the same site these say nothing of an origin.
 */
final class A2PageAddress {
    static final String RULE = "A2";
    static final double WEIGHT = 3.5;

    private A2PageAddress() {}

    static List<Statement> of(Copy copy) {
        List<Statement> out = new ArrayList<>();
        for (Claim claim : copy.claims()) {
            if (claim.targetUrl().isEmpty() || !A1ExplicitAddress.counts(claim)) {
                continue;
            }
            String url = claim.targetUrl().get();
            boolean elsewhere = !copy.url().isEmpty() && !WebAddress.sameSite(copy.url(), url);
            boolean own = claim.kind() == Kind.REL_CANONICAL || claim.kind() == Kind.OG_URL;
            boolean syndicated = claim.kind() == Kind.SYNDICATION_SOURCE && !WebAddress.samePage(copy.url(), url);
            if (own && elsewhere || syndicated) {
                String words = copy.label() + " declares in its head ("
                        + claim.kind().word() + ") " + Words.quote(claim) + ", an address of another site.";
                out.add(new Statement(copy, claim, RULE, WEIGHT, words));
            }
        }
        return out;
    }
}

package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.Claim;
import org.pressmark.model.Claim.Kind;
import org.pressmark.model.UrlKey;

/** Rule A5: credits that both texts carry; a line is often copied with the text in which it stands. */
final class A5SharedCredits {
    private A5SharedCredits() {}

    static List<Signal> of(Copy child, Copy parent) {
        List<Signal> out = new ArrayList<>();
        Set<String> addresses = addresses(child);
        Set<String> shared = new HashSet<>(addresses);
        shared.retainAll(addresses(parent));
        if (!shared.isEmpty()) {
            out.add(Signal.of(
                    "A5.address",
                    1,
                    child.label() + " and " + parent.label() + " give the same address as their source."));
        }
        Set<String> agencies = agencies(child);
        if (!agencies.isEmpty()) {
            Set<String> others = agencies(parent);
            parent.agencySite().ifPresent(others::add);
            boolean common = agencies.stream().anyMatch(others::contains);
            if (common) {
                out.add(Signal.of(
                        "A5.agency",
                        1,
                        child.label() + " credits an agency that " + parent.label() + " credits too, or is."));
            } else if (!others.isEmpty()) {
                out.add(Signal.of(
                        "A5.other", 1, child.label() + " and " + parent.label() + " credit different agencies."));
            }
        }
        return out;
    }

    private static Set<String> addresses(Copy copy) {
        Set<String> out = new HashSet<>();
        for (Claim claim : copy.claims()) {
            boolean naming = claim.kind() != Kind.HYPERLINK && A1ExplicitAddress.counts(claim);
            if (naming
                    && claim.targetUrl().isPresent()
                    && !WebAddress.samePage(claim.targetUrl().get(), copy.url())) {
                out.add(UrlKey.of(claim.targetUrl().get()).surt());
            }
        }
        return out;
    }

    private static Set<String> agencies(Copy copy) {
        Set<String> out = new HashSet<>();
        A4AgencyCredit.of(copy).forEach(statement -> statement.claim().agent().ifPresent(out::add));
        return out;
    }
}

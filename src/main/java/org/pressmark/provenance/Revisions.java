package org.pressmark.provenance;

import java.util.List;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.Derivation.Directness;
import org.pressmark.model.Derivation.Outcome;

/** Versions of one page: each comes from the one that was captured before it. */
final class Revisions {
    private static final double WEIGHT = 4;

    private Revisions() {}

    static void find(Copies copies, Links links) {
        for (List<Copy> versions : copies.pagesWithVersions()) {
            for (int i = 1; i < versions.size(); i++) {
                Copy earlier = versions.get(i - 1);
                Copy later = versions.get(i);
                links.add(new LinkDraft(
                                later.id(),
                                earlier.id(),
                                0,
                                Basis.INFERRED,
                                Directness.DIRECT,
                                Outcome.INFERRED_DIRECTION_SUPPORTED)
                        .because(
                                D1FirstProof.RULE,
                                WEIGHT,
                                "Two states of one page: this text was captured on "
                                        + later.text().capturedAt() + ", the other on "
                                        + earlier.text().capturedAt() + "."));
            }
        }
    }
}

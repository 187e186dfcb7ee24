package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Directness;

/** Draws from a trace, for each text, the one link that tells which stored text it comes from. */
final class LikelySources {
    private LikelySources() {}

    static List<Derivation> of(Copies copies, Links links, List<InferredLinks.Found> found) {
        List<Derivation> out = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (LinkDraft link : links.all()) {
            boolean stored = copies.has(link.child()) && copies.has(link.parent());
            if (stored && link.stated() && link.directness() == Directness.DIRECT && told.add(link.child())) {
                out.add(link.build());
            }
        }
        for (InferredLinks.Found choice : found) {
            String child = choice.child().id();
            links.between(child, choice.parent().id())
                    .filter(link -> choice.probability() >= InferredLinks.NAMED && told.add(child))
                    .ifPresent(link -> out.add(choice.asLink()));
        }
        for (LinkDraft link : links.all()) {
            if (!link.directionKnown() && !told.contains(link.child())) {
                out.add(link.build());
            }
        }
        return out;
    }
}

package org.pressmark.report;

import java.util.List;
import java.util.Map;

/**
 * What a picture of a chain may tell beside the chain itself.
 *
 * @param sigla node id → the short name of the copy, e.g. {@code A}
 * @param hops what differs between captured texts
 */
public record ChainNotes(Map<String, String> sigla, List<HopChanges> hops) {
    /** Nothing beside the chain. */
    public static final ChainNotes NONE = new ChainNotes(Map.of(), List.of());

    public ChainNotes {
        sigla = Map.copyOf(sigla);
        hops = List.copyOf(hops);
    }
}

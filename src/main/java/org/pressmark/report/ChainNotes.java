package org.pressmark.report;

import java.util.List;
import java.util.Map;

/**
 * What a picture of a chain may tell beside the chain itself.
 *
 * @param sigla node id → the short name of the copy, e.g. {@code A}
 * @param hops what differs between captured texts
 * @param witnesses node id → the archive that saw the text, where it was another one
 */
public record ChainNotes(Map<String, String> sigla, List<HopChanges> hops, Map<String, String> witnesses) {
    /** Nothing beside the chain. */
    public static final ChainNotes NONE = new ChainNotes(Map.of(), List.of());

    public ChainNotes {
        sigla = Map.copyOf(sigla);
        hops = List.copyOf(hops);
        witnesses = Map.copyOf(witnesses);
    }

    /** Where all that was captured was seen by this archive. */
    public ChainNotes(Map<String, String> sigla, List<HopChanges> hops) {
        this(sigla, hops, Map.of());
    }
}

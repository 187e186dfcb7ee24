package org.pressmark.provenance;

import java.util.Optional;

/** Where the tracer asks how alike two texts are; the room of text reuse answers, through the hall. */
@FunctionalInterface
public interface LikenessSource {
    /**
     * The overlap of two texts' bodies, symmetric but for the order.
     *
     * @param first a text's id
     * @param second another's
     * @return empty where the two are not known to share anything
     */
    Optional<Overlap> between(String first, String second);
}

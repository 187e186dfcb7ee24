package org.pressmark.compare;

import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Picture;
import org.pressmark.model.Witness;

/** Which pictures of two witnesses are the same: by what they show where their bytes are stored, else by their addresses. */
final class Pictures {
    private final Map<String, Picture> first;
    private final Map<String, Picture> second;

    Pictures(Witness first, Witness second) {
        this.first = first.pictures();
        this.second = second.pictures();
    }

    /** @param x the address of a picture of the first witness, as the article names it */
    boolean same(String x, String y) {
        return Optional.ofNullable(first.get(x))
                .flatMap(mine -> Optional.ofNullable(second.get(y)).flatMap(mine::same))
                .orElseGet(() -> Addresses.samePicture(x, y));
    }
}

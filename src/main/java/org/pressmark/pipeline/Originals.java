package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;

/**
 * Finds the capture whose payload a revisit repeats: as the revisit names it, else by the payload's digest, since a file that
 * was imported later may hold the original under another record id, another second, or after the revisit.
 */
final class Originals {
    /** Captures whose records are opened to see their digest. */
    private static final int MOST = 20;

    private final Pipeline house;
    private final Capture revisit;

    Originals(Pipeline house, Capture revisit) {
        this.house = house;
        this.revisit = revisit;
    }

    Optional<Capture> find(Capture.Original named) {
        return house.store()
                .read(tx -> tx.captures()
                        .original(named)
                        .or(() -> revisit.kind() == Capture.Kind.REVISIT_IDENTICAL
                                ? tx.captures().original(revisit.payload())
                                : Optional.empty()))
                .or(() -> byStatedDigest(named));
    }

    /** Other programs' revisits state SHA-1, which the index does not hold: the records themselves tell. */
    private Optional<Capture> byStatedDigest(Capture.Original named) {
        List<Capture> near = house.store().read(tx -> tx.captures().of(UrlKey.of(named.url()), 0, 10_000)).stream()
                .filter(capture -> !capture.revisit())
                .sorted(Comparator.comparing(capture ->
                        Duration.between(named.date(), capture.date()).abs()))
                .limit(MOST)
                .toList();
        Digest wanted = revisit.payload();
        return near.stream()
                .filter(capture -> stated(capture).filter(wanted::equals).isPresent())
                .findFirst();
    }

    private Optional<Digest> stated(Capture capture) {
        try {
            return house.warcs().readRecord(capture.location()).statedPayloadDigest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

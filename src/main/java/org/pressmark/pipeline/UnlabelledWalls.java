package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.archive.CaptureContext;
import org.pressmark.archive.Captured;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.store.Store;

/**
 * Tells walls among the captures that others made, by the same signs as when we capture: no record of ours says what they turned
 * out to be. How a page was come to is not known here, so what only the way tells (another host's consent page) is not.
 */
final class UnlabelledWalls {
    private final Pipeline house;
    private final Store store;

    /** @param store where the originals of revisits are looked up */
    UnlabelledWalls(Pipeline house, Store store) {
        this.house = house;
        this.store = store;
    }

    /** The capture under its right label; of a revisit, its original must have been entered. */
    Capture labelled(Captured captured) {
        Capture capture = captured.capture();
        if (captured.labelled() || capture.role() != Capture.Role.PAGE) {
            return capture;
        }
        boolean wall = capture.revisit() ? repeatsWall(capture) : of(capture).isPresent();
        return wall ? capture.as(Capture.Role.WALL) : capture;
    }

    /** The wall that a stored response is, by its own bytes. */
    Optional<Wall> of(Capture capture) {
        return capture.kind() == Capture.Kind.RESPONSE
                ? Guarded.call(capture.url(), () -> read(capture), toldWhenItIsRead -> {})
                        .flatMap(wall -> wall)
                : Optional.empty();
    }

    private boolean repeatsWall(Capture revisit) {
        return revisit.refersTo()
                .flatMap(named -> store.read(tx -> tx.captures().original(named)))
                .filter(original -> original.role() == Capture.Role.WALL)
                .isPresent();
    }

    private Optional<Wall> read(Capture capture) throws IOException {
        ArchivedResponse stored = house.warcs().read(capture, original -> Optional.empty());
        try {
            return stored.head().isEmpty() ? Optional.empty() : Wall.of(Answer.of(stored), CaptureContext.forPage());
        } finally {
            Documents.discard(stored.body());
        }
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.MissingOriginalException;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.store.Tx;

/** Looks up what a stored page needs: which of it is stored, and how far in time from the page. Reads the page alone. */
public final class MeasureCoherence {
    /** Parts of one page that are looked up. */
    private static final int MOST = 500;

    /** Missing parts that are named. */
    private static final int NAMED = 20;

    private final Pipeline house;

    public MeasureCoherence(Pipeline house) {
        this.house = house;
    }

    public Coherence of(Capture page) throws IOException {
        List<String> parts = parts(page);
        return parts.isEmpty()
                ? Coherence.NOTHING_NEEDED
                : house.store().read(tx -> measured(tx, parts.subList(0, Math.min(MOST, parts.size())), page.date()));
    }

    private List<String> parts(Capture page) throws IOException {
        try {
            ArchivedResponse response = house.warcs().read(page, new Originals(house, page)::find);
            try {
                return PageRequisites.of(response);
            } finally {
                Documents.discard(response.body());
            }
        } catch (DamagedRecordException | MissingOriginalException e) {
            return List.of(); // the page itself says so when it is shown
        }
    }

    private static Coherence measured(Tx tx, List<String> parts, Instant page) {
        List<String> missing = new ArrayList<>();
        int count = 0;
        Duration before = Duration.ZERO;
        Duration after = Duration.ZERO;
        Instant second = page.truncatedTo(ChronoUnit.SECONDS);
        for (String part : parts) {
            Optional<Capture> stored = new PartChoice(tx).nearest(part, page);
            if (stored.isEmpty()) {
                count++;
                if (missing.size() < NAMED) {
                    missing.add(part);
                }
                continue;
            }
            Duration drift = Duration.between(second, stored.get().date());
            before = drift.isNegative() && drift.negated().compareTo(before) > 0 ? drift.negated() : before;
            after = drift.compareTo(after) > 0 ? drift : after;
        }
        return new Coherence(parts.size(), missing, count, some(before), some(after));
    }

    private static Optional<Duration> some(Duration drift) {
        return drift.isZero() ? Optional.empty() : Optional.of(drift);
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Edit;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;
import org.pressmark.store.Store;

/** Edits of stored pages, over all pages: each text that took the place of an earlier one, set against it. */
public final class RecentEdits {
    /** So many edits are looked through for grave ones; comparing takes some milliseconds each. */
    private static final int LOOKED_THROUGH = 400;

    private final Pipeline house;

    public RecentEdits(Pipeline house) {
        this.house = house;
    }

    /**
     * The last edits.
     *
     * @param source of this source's pages only
     * @param least severity of those that are wanted
     * @return the last first
     */
    public List<Edit> last(Optional<String> source, Severity least, int limit) {
        List<Edit> out = new ArrayList<>();
        Store store = house.store();
        for (Version version : store.read(tx -> tx.versions().edits(Instant.EPOCH, source, LOOKED_THROUGH))) {
            if (out.size() >= limit) {
                break;
            }
            edit(version).filter(edit -> edit.severity().compareTo(least) >= 0).ifPresent(out::add);
        }
        return out;
    }

    /** An edit by the capture that showed it. */
    Optional<Edit> of(String recordId) {
        return house.store().read(tx -> tx.versions().ofCapture(recordId)).flatMap(this::edit);
    }

    /** A version set against the one before; empty for the first, and where one cannot be read. */
    Optional<Edit> edit(Version to) {
        Store store = house.store();
        Optional<Version> from = store.read(tx -> tx.versions().find(to.page(), to.number() - 1));
        Optional<Capture> after = store.read(tx -> tx.captures().find(to.firstCapture()));
        Optional<Capture> before =
                from.flatMap(version -> store.read(tx -> tx.captures().find(version.firstCapture())));
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        return Guarded.call(after.get().url(), () -> compared(before.get(), after.get()), house.notices())
                .map(comparison -> new Edit(after.get().url(), new Step(from.get(), to, comparison)));
    }

    private Comparison compared(Capture before, Capture after) throws IOException {
        return new CompareArticles(house).compare(before, after);
    }
}

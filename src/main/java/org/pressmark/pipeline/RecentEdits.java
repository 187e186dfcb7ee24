package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Edit;
import org.pressmark.model.PageHistory.Step;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;
import org.pressmark.store.Store;
import org.pressmark.store.VersionTable.Replaced;

/** Edits of stored pages, over all pages: each text that took the place of an earlier one, set against it. */
public final class RecentEdits {
    /** So many edits are looked through for grave ones, for each that is wanted; comparing takes some milliseconds each. */
    private static final int LOOKED_THROUGH = 8;

    private static final int MOST_LOOKED_THROUGH = 400; // as many as are kept

    private final Pipeline house;
    private final KeptComparisons kept;

    public RecentEdits(Pipeline house) {
        this(house, new KeptComparisons(house));
    }

    public RecentEdits(Pipeline house, KeptComparisons kept) {
        this.house = house;
        this.kept = kept;
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
        int within = Math.min(MOST_LOOKED_THROUGH, LOOKED_THROUGH * limit);
        for (Replaced version : house.store().read(tx -> tx.versions().replaced(source, within))) {
            if (out.size() >= limit) {
                break;
            }
            kept.known(version.before(), version.after())
                    .map(comparison -> new Edit(version.url(), new Step(version.before(), version.after(), comparison)))
                    .or(() -> edit(version.after()))
                    .filter(edit -> edit.severity().compareTo(least) >= 0)
                    .ifPresent(out::add);
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
        return Guarded.call(
                        after.get().url(), () -> kept.of(from.get(), to, before.get(), after.get()), house.notices())
                .map(comparison -> new Edit(after.get().url(), new Step(from.get(), to, comparison)));
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Digest;
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

    private static final int MOST_LOOKED_THROUGH = 400;

    private final Pipeline house;
    /** What was compared last. Texts do not change, and pages ask for the same edits again and again. */
    private final Map<Pair, SoftReference<Comparison>> compared = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Pair, SoftReference<Comparison>> eldest) {
            return size() > MOST_LOOKED_THROUGH;
        }
    };

    /** Two captures, and the texts that were read from them: newer rules may read others. */
    private record Pair(String before, Digest from, String after, Digest to) {}

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
        int within = Math.min(MOST_LOOKED_THROUGH, LOOKED_THROUGH * limit);
        for (Replaced version : house.store().read(tx -> tx.versions().replaced(source, within))) {
            if (out.size() >= limit) {
                break;
            }
            known(pair(version.before(), version.after()))
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
        Pair pair = pair(from.get(), to);
        return known(pair)
                .or(() -> Guarded.call(
                        after.get().url(), () -> compared(pair, before.get(), after.get()), house.notices()))
                .map(comparison -> new Edit(after.get().url(), new Step(from.get(), to, comparison)));
    }

    private static Pair pair(Version from, Version to) {
        return new Pair(from.firstCapture(), from.textDigest(), to.firstCapture(), to.textDigest());
    }

    private Optional<Comparison> known(Pair pair) {
        synchronized (compared) {
            return Optional.ofNullable(compared.get(pair)).map(SoftReference::get);
        }
    }

    private Comparison compared(Pair pair, Capture before, Capture after) throws IOException {
        Comparison made = new CompareArticles(house).compare(before, after);
        synchronized (compared) {
            compared.put(pair, new SoftReference<>(made));
        }
        return made;
    }
}

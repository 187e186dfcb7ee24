package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.archive.Contents;
import org.pressmark.archive.LooseFiles;
import org.pressmark.ledger.Ledger;
import org.pressmark.model.Capture;
import org.pressmark.model.LinkWord;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Differences;
import org.pressmark.store.Rebuild;
import org.pressmark.store.Store;
import org.pressmark.store.StoreException;
import org.pressmark.store.Totals;
import org.pressmark.store.WarcFile;

/**
 * Makes the index anew from the WARC files, beside the old one, and swaps it in whole; or only sets it against the old one.
 * What no WARC file holds (attempts that gave nothing) is carried over.
 */
public final class RebuildIndex {
    private static final int EXAMPLES = 5;

    private final Pipeline house;

    public RebuildIndex(Pipeline house) {
        this.house = house;
    }

    /** Hears what is being done, in words. */
    public interface Progress {
        void at(String what);
    }

    /**
     * A table that differs between the index and one made anew.
     *
     * @param onlyIndex rows that only the present index has
     * @param onlyFiles rows that only the WARC files give
     * @param examples some of them, for people
     */
    public record Difference(String table, long onlyIndex, long onlyFiles, List<String> examples) {}

    /** How much the new index holds. */
    public record Rebuilt(long files, long captures, long pages, long versions) {}

    /** Rebuilds; nobody else may have the archive open meanwhile. */
    public Rebuilt rebuild(boolean giveUpUnreadableRows, Progress progress) throws IOException {
        needArchive();
        house.needWritableIndex();
        Totals totals;
        try (Rebuild rebuild = Rebuild.begin(house.location())) {
            totals = fill(rebuild.fresh(), WhatCounts.ALL, progress);
            progress.at("swapping the new index in");
            rebuild.swapIn(giveUpUnreadableRows ? Rebuild.OldRows.GIVE_UP_IF_UNREADABLE : Rebuild.OldRows.KEEP);
        } catch (StoreException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
        if (Ledger.exists(house.folder())) {
            progress.at("setting the log against it");
            log();
        }
        return new Rebuilt(totals.files(), totals.captures(), totals.pages(), totals.versions());
    }

    /** The log hears what is read otherwise now than it says. */
    private void log() {
        Store store = house.store();
        for (WarcFile file : store.read(tx -> tx.files().all())) {
            house.journal()
                    .texts(store.read(tx -> tx.captures().inFile(file.name())).stream()
                            .map(Capture::recordId)
                            .toList());
        }
    }

    /**
     * What differs between the index, as it is when this begins, and one made anew; nothing is changed. Others may go on
     * writing: what they store meanwhile is left out.
     */
    public List<Difference> check(Progress progress) throws IOException {
        needArchive();
        try (Rebuild rebuild = Rebuild.check(house.location())) {
            Differences found = rebuild.differences(EXAMPLES, (fresh, present) -> {
                fill(fresh, WhatCounts.asOf(present), progress);
                progress.at("comparing");
            });
            return found.tables().stream().map(RebuildIndex::words).toList();
        } catch (StoreException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private Totals fill(Store fresh, WhatCounts counts, Progress progress) throws IOException {
        new Takedowns(house).finish(false);
        // First these: one that is finished meanwhile is then in both lists, and in neither the other way round.
        List<Path> unfinished = LooseFiles.open(house.folder());
        List<Path> files = ArrivalOrder.of(house, house.warcs().files());
        List<LinkWord> words = new ArrayList<>();
        String[] at = {""};
        IndexBatch batch = new IndexBatch(
                house, fresh, true, done -> progress.at(at[0] + String.format(Locale.ROOT, "%,d captures", done)));
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            String name = String.valueOf(file.getFileName());
            at[0] = "file " + (i + 1) + " of " + files.size() + ", " + name + ": ";
            progress.at(at[0]);
            Contents.unchecked(
                    file, counts.captures(true, batch::add), counts.words(true, words::add), house.notices());
            fresh.batch(tx -> {
                tx.files().advance(name, file.toFile().length());
                return true;
            });
        }
        for (Path file : unfinished.stream().filter(Files::exists).toList()) {
            at[0] = file.getFileName() + ", which is being written: ";
            progress.at(at[0]);
            Contents.unfinished(file, counts.captures(false, batch::add), counts.words(false, words::add));
        }
        batch.finish();
        LinkCopies.enter(fresh, words);
        return fresh.read(tx -> tx.totals());
    }

    private void needArchive() {
        if (!Files.isDirectory(house.folder())) {
            throw new PipelineException(Trouble.NOT_FOUND, house.folder() + ": there is no archive here");
        }
    }

    private static Difference words(Differences.Difference table) {
        List<String> examples = new ArrayList<>();
        table.examplesFirst().forEach(row -> examples.add("only in the index: " + row));
        table.examplesSecond().forEach(row -> examples.add("only in the WARC files: " + row));
        return new Difference(table.table(), table.onlyFirst(), table.onlySecond(), List.copyOf(examples));
    }
}

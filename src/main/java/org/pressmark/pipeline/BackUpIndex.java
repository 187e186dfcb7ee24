package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;
import org.pressmark.store.StoreException;

/** Saves the index to one file and makes it anew from one. The WARC files are copied by whatever copies files. */
public final class BackUpIndex {
    private final Pipeline house;

    public BackUpIndex(Pipeline house) {
        this.house = house;
    }

    /** Writes all tables as they are at one moment; others may go on working. */
    public void backup(Path file) throws IOException {
        try (WholeFile whole = WholeFile.begin(file)) {
            house.store().backup(whole.path());
            whole.done();
        } catch (StoreException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }

    /** Fills an empty index, of whatever kind of database, from a backup. */
    public void restore(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such backup");
        }
        house.needWritableIndex();
        Files.createDirectories(house.folder());
        try {
            Store.restore(house.location(), file);
        } catch (StoreException e) {
            throw new PipelineException(Trouble.STORAGE, String.valueOf(e.getMessage()), e);
        }
    }
}

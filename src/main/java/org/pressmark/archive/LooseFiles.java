package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;

/** WARC and ARC files that belong to no archive, or to one that is only to be read: nothing is made, locked or repaired. */
public final class LooseFiles {
    private static final int IN_MEMORY = 1 << 20;

    private final StoredRecord stored;
    private final ResponseReader reader;

    /**
     * @param folder where the files lie that locations name
     * @param spools names of files that may be made, in a folder that may be written, for bodies too long for memory
     */
    public LooseFiles(Path folder, Supplier<Path> spools) {
        this.stored = new StoredRecord(new ArchiveFolder(folder));
        this.reader = new ResponseReader(stored, () -> new Spool(spools.get(), IN_MEMORY));
    }

    /** The finished WARC and ARC files of a folder and their lengths; nothing is opened. */
    public static Map<String, Long> finished(Path folder) throws IOException {
        Map<String, Long> out = new HashMap<>();
        for (Path file : new ArchiveFolder(folder).files()) {
            out.put(String.valueOf(file.getFileName()), Files.size(file));
        }
        return out;
    }

    /** True where a file of a folder is being written, or was when somebody died. */
    public static boolean writing(Path folder) throws IOException {
        return !open(folder).isEmpty();
    }

    /** Those files. */
    public static List<Path> open(Path folder) throws IOException {
        return new ArchiveFolder(folder).openFiles();
    }

    /** Reads a capture back, as {@link WarcArchive#read} does. */
    public ArchivedResponse read(Capture capture, Function<Capture.Original, Optional<Capture>> originals)
            throws IOException {
        return reader.read(capture, originals);
    }

    /** The bytes of a record as they are stored: one gzip member, or plain. The caller closes the stream. */
    public InputStream openRecord(RecordLocation place) throws IOException {
        return stored.raw(place);
    }

    /** What the record at a place is otherwise than it says; empty where it is whole and sound. */
    public List<String> faults(RecordLocation place) throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            stored.read(place, OutputStream.nullOutputStream(), StoredRecord.faultsTo(faults::add));
        } catch (DamagedRecordException e) {
            faults.add(String.valueOf(e.getMessage()));
        }
        return faults;
    }

    /** The record at a place, with its fields and digests, read to its end. */
    public ScannedRecord readRecord(RecordLocation place) throws IOException {
        return stored.read(place, OutputStream.nullOutputStream());
    }
}

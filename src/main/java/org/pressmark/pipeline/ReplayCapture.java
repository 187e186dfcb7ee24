package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.MissingOriginalException;
import org.pressmark.archive.WaczReader;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.replay.MementoChoice;

/** Gives a stored page back, from an archive or from a file of its own: chooses the capture that was asked for and reads it. */
public final class ReplayCapture implements Closeable {
    private final Pipeline house;
    private final Shelf shelf;

    /** From the house's archive. */
    public ReplayCapture(Pipeline house) {
        this(house, new ArchiveShelf(house));
    }

    private ReplayCapture(Pipeline house, Shelf shelf) {
        this.house = house;
        this.shelf = shelf;
    }

    /**
     * From the house's archive, for a command that asks once: by its shelf list, where that is up to date, so that the
     * database need not be opened.
     */
    public static ReplayCapture quick(Pipeline house) throws IOException {
        Optional<ListShelf> list = ListShelf.open(house);
        if (list.isEmpty() && house.indexImpossible()) {
            new Takedowns(house).finish(false);
            return new ReplayCapture(house, FileShelf.ofFolder(house));
        }
        return list.isPresent() ? new ReplayCapture(house, list.get()) : new ReplayCapture(house);
    }

    /**
     * From a WARC, ARC or WACZ file; no archive is touched.
     *
     * @throws PipelineException INPUT where it is something else
     */
    public static ReplayCapture from(Pipeline house, Path file) throws IOException {
        GivenFile.require(file);
        return new ReplayCapture(
                house, WaczReader.is(file) ? PackageShelf.open(house, file) : FileShelf.open(house, file));
    }

    Shelf shelf() {
        return shelf;
    }

    Pipeline house() {
        return house;
    }

    /**
     * Chooses among the captures of an address: the latest, the first, or the nearest to a time. Errors, redirects and walls
     * are chosen only where nothing else was ever captured.
     *
     * @throws PipelineException NOT_FOUND where there is none, INPUT where the time cannot be read
     */
    public Chosen choose(Reference.Stored asked) {
        return choose(asked, Selection.ANY);
    }

    /** The same among those captures that a selection leaves. */
    public Chosen choose(Reference.Stored asked, Selection selection) {
        Choosing choosing = new Choosing(shelf, house.clock());
        try {
            return choosing.choose(asked, selection);
        } catch (PipelineException e) {
            if (e.trouble() != Trouble.NOT_FOUND || !shelf.readOn()) {
                throw e;
            }
            return choosing.choose(asked, selection);
        }
    }

    /** All captures of an address, oldest first; none where it is not stored under any way of writing it. */
    public List<Capture> captures(String url) {
        Choosing choosing = new Choosing(shelf, house.clock());
        List<Capture> all = choosing.all(url);
        return all.isEmpty() && shelf.readOn() ? choosing.all(url) : all;
    }

    /** All captures of a file that was given by itself, by address and then date; none of an archive. */
    public List<Capture> everything() {
        return shelf.everything();
    }

    /**
     * The capture that answers best: one made in the very second that is asked for, else the nearest that shows something,
     * else the latest; nothing where there is none.
     */
    public Optional<Capture> choose(String url, Optional<Instant> asked) {
        List<Capture> all = shelf.of(UrlKey.of(url));
        List<Capture> shown = all.stream().filter(ReplayCapture::showsSomething).toList();
        List<Capture> among = shown.isEmpty() ? all : shown;
        if (asked.isEmpty()) {
            return among.isEmpty() ? Optional.empty() : Optional.of(among.get(among.size() - 1));
        }
        Instant second = asked.get().truncatedTo(ChronoUnit.SECONDS);
        return all.stream()
                .filter(capture ->
                        capture.date().truncatedTo(ChronoUnit.SECONDS).equals(second))
                .findFirst()
                .or(() -> MementoChoice.nearest(among, asked.get()).map(MementoChoice::capture));
    }

    /** Lets a response's body go: a long one lies in a file meanwhile. */
    public void letGo(ArchivedResponse response) throws IOException {
        Documents.discard(response.body());
    }

    /** Reads a capture back, a revisit with its original's payload; to be let go when it is no longer needed. */
    public ArchivedResponse read(Capture capture) throws IOException {
        try {
            return shelf.read(capture);
        } catch (DamagedRecordException | MissingOriginalException e) {
            throw new PipelineException(Trouble.DAMAGED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * What the records behind a capture from a file are otherwise than they say of themselves: its own and, of a revisit, that
     * which holds the payload. None of an archive's, which {@code verify} looks after.
     */
    public List<String> faults(Capture capture) throws IOException {
        List<String> faults = new ArrayList<>(shelf.faults(capture.location()));
        if (capture.revisit()) {
            Optional<Capture> original = capture.refersTo().flatMap(shelf::original);
            if (original.isPresent()) {
                faults.addAll(shelf.faults(original.get().location()));
            }
        }
        return faults;
    }

    /** The bytes of a capture's main record as they lie in its file, a gzip member of its own as a rule. */
    public InputStream record(Capture capture) throws IOException {
        return shelf.record(capture.location());
    }

    static boolean showsSomething(Capture capture) {
        int status = capture.status();
        return status == 0 || status / 100 == 2 || capture.kind() == Capture.Kind.REVISIT_NOT_MODIFIED;
    }

    @Override
    public void close() throws IOException {
        if (shelf instanceof Closeable file) {
            file.close();
        }
    }
}

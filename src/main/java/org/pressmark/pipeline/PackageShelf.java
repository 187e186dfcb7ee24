package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.archive.IndexUnusableException;
import org.pressmark.archive.NotAnArchiveException;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.archive.WaczInPlace;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/**
 * A WACZ file of which only what is asked for is read, by its index. Where the index turns out to be of no use, and before it is
 * said that an address is not in the file, the whole file is read, and from then on nothing but what was found so.
 */
final class PackageShelf implements Shelf, Closeable {
    private final Pipeline house;
    private final Path given;
    private final Path scratch;
    private final WaczInPlace inPlace;
    private @Nullable FileShelf whole;

    private PackageShelf(Pipeline house, Path given, Path scratch, WaczInPlace inPlace) {
        this.house = house;
        this.given = given;
        this.scratch = scratch;
        this.inPlace = inPlace;
    }

    /**
     * Opens a WACZ file; one without a usable index is read through.
     *
     * @throws PipelineException INPUT where it is no archive file
     */
    static Shelf open(Pipeline house, Path file) throws IOException {
        Path scratch = Files.createTempDirectory("pressmark-");
        boolean kept = false;
        try {
            WaczInPlace inPlace = WaczInPlace.open(file, () -> scratch.resolve(house.newUuid()));
            kept = true;
            return new PackageShelf(house, file, scratch, inPlace);
        } catch (IndexUnusableException e) {
            note(house, file, "its index cannot be used: " + e.getMessage());
            return FileShelf.open(house, file);
        } catch (NotAnArchiveException e) {
            return FileShelf.open(house, file); // says what it is instead
        } finally {
            if (!kept) {
                FileShelf.remove(scratch);
            }
        }
    }

    private static void note(Pipeline house, Path file, String why) {
        String name = String.valueOf(file.getFileName());
        house.notices()
                .accept(new Finding(
                        Finding.Level.NOTE, "index-not-used", name, -1, why + "; the whole file is read instead"));
    }

    private FileShelf whole(String why) {
        FileShelf read = whole;
        if (read == null) {
            note(house, given, why);
            try {
                read = FileShelf.open(house, given);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            whole = read;
        }
        return read;
    }

    @Override
    public boolean readOn() {
        boolean more = whole == null;
        whole("its index does not name what was asked for");
        return more;
    }

    @Override
    public boolean given() {
        return true;
    }

    @Override
    public boolean damaged() {
        return whole != null && whole.damaged();
    }

    @Override
    public List<Capture> everything() {
        return whole("a list of all that is in it is asked for").everything();
    }

    @Override
    public List<Capture> of(UrlKey key) {
        if (whole != null) {
            return whole.of(key);
        }
        try {
            return inPlace.of(key);
        } catch (IndexUnusableException e) {
            return whole("its index is not true of it: " + e.getMessage()).of(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Capture> original(Capture.Original named) {
        if (whole != null) {
            return whole.original(named);
        }
        List<Capture> near = of(UrlKey.of(named.url()));
        return near.stream()
                .filter(capture ->
                        named.recordId().filter(capture.recordId()::equals).isPresent())
                .findFirst()
                .or(() -> near.stream()
                        .filter(capture -> named.recordId().isEmpty())
                        .filter(capture -> !capture.revisit() && capture.date().equals(named.date()))
                        .findFirst())
                .or(() -> whole("its index does not name the original of a revisit")
                        .original(named));
    }

    @Override
    public List<String> beginning(String key) {
        return whole == null ? List.of() : whole.beginning(key);
    }

    @Override
    public ArchivedResponse read(Capture capture) throws IOException {
        return isInPlace(capture.location())
                ? inPlace.read(capture, this::original)
                : whole("a record is asked for").read(capture);
    }

    @Override
    public InputStream record(RecordLocation place) throws IOException {
        return isInPlace(place)
                ? inPlace.openRecord(place)
                : whole("a record is asked for").record(place);
    }

    @Override
    public ScannedRecord scanned(RecordLocation place) throws IOException {
        return isInPlace(place)
                ? inPlace.readRecord(place)
                : whole("a record is asked for").scanned(place);
    }

    @Override
    public List<String> faults(RecordLocation place) throws IOException {
        return isInPlace(place) ? List.of() : whole("a record is asked for").faults(place);
    }

    private boolean isInPlace(RecordLocation place) {
        return place.file().equals(String.valueOf(given.getFileName()));
    }

    @Override
    public String words() {
        return "the file " + given;
    }

    @Override
    public void close() throws IOException {
        inPlace.close();
        FileShelf.remove(scratch);
        if (whole != null) {
            whole.close();
        }
    }
}

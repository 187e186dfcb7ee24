package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.DamagedRecordException;
import org.pressmark.archive.LooseFiles;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;
import org.pressmark.store.ShelfList;

/** An archive by its shelf list: the database is opened only where the list does not answer. */
final class ListShelf implements Shelf {
    private static final int MOST_LIKE = 500;

    private final Pipeline house;
    private final ShelfList list;
    private final LooseFiles files;
    private final ArchiveShelf archive;

    private ListShelf(Pipeline house, ShelfList list) {
        this.house = house;
        this.list = list;
        this.files = new LooseFiles(house.folder(), () -> {
            try {
                return house.passing().resolve(house.newUuid());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        this.archive = new ArchiveShelf(house);
    }

    /**
     * Nothing where the list is not up to date: then there are files that it does not know, or one is being written, or is to
     * lose what was taken down.
     */
    static Optional<ListShelf> open(Pipeline house) throws IOException {
        if (!Files.isDirectory(house.folder())
                || LooseFiles.writing(house.folder())
                || new Takedowns(house).interrupted()) {
            return Optional.empty();
        }
        return ShelfList.open(house.folder(), LooseFiles.finished(house.folder()))
                .map(list -> new ListShelf(house, list));
    }

    @Override
    public List<Capture> of(UrlKey key) {
        return list.of(key);
    }

    @Override
    public Optional<Capture> original(Capture.Original named) {
        return list.original(named).or(() -> archive.original(named));
    }

    @Override
    public List<String> beginning(String key) {
        return list.beginning(key, MOST_LIKE);
    }

    @Override
    public ArchivedResponse read(Capture capture) throws IOException {
        try {
            return files.read(capture, this::original);
        } catch (DamagedRecordException e) {
            // Whether it is the record that is damaged or the list that is wrong, the index knows.
            Optional<Capture> indexed = house.store().read(tx -> tx.captures().find(capture.recordId()));
            if (indexed.isPresent() && !indexed.get().location().equals(capture.location())) {
                return archive.read(indexed.get());
            }
            throw e;
        }
    }

    @Override
    public InputStream record(RecordLocation place) throws IOException {
        return files.openRecord(place);
    }

    @Override
    public ScannedRecord scanned(RecordLocation place) throws IOException {
        return files.readRecord(place);
    }

    @Override
    public String words() {
        return archive.words();
    }
}

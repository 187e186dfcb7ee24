package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.ScannedRecord;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/** An archive: its index says where, its WARC files what. */
final class ArchiveShelf implements Shelf {
    private static final int MOST_LIKE = 500;

    private final Pipeline house;

    ArchiveShelf(Pipeline house) {
        this.house = house;
    }

    @Override
    public List<Capture> of(UrlKey key) {
        return house.store().read(tx -> tx.captures().of(key, 0, MOST));
    }

    @Override
    public Optional<Capture> original(Capture.Original named) {
        return house.store().read(tx -> tx.captures().original(named));
    }

    @Override
    public Optional<Capture> nearest(UrlKey key, Instant date) {
        return house.store().read(tx -> new PartChoice(tx).nearest(key, date));
    }

    @Override
    public List<String> beginning(String key) {
        return house.store().read(tx -> tx.pages().beginning(key, MOST_LIKE));
    }

    @Override
    public ArchivedResponse read(Capture capture) throws IOException {
        return house.warcs().read(capture, this::original);
    }

    @Override
    public InputStream record(RecordLocation place) throws IOException {
        return house.warcs().openRecord(place);
    }

    @Override
    public ScannedRecord scanned(RecordLocation place) throws IOException {
        return house.warcs().readRecord(place);
    }

    @Override
    public String words() {
        return "the archive " + house.folder();
    }
}

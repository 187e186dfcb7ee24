package org.pressmark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Digest;
import org.pressmark.model.RecordLocation;

/** Appends rendered records to the current file, begins new files, closes full and old ones. */
final class WarcWriter {
    private static final String CONFORMS_TO =
            "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/";

    private final ArchiveFolder folder;
    private final ArchiveSettings settings;
    private final InstantSource clock;
    private final Supplier<String> newUuid;
    private final Deflate deflate;
    private final String run;
    private final ReentrantLock lock = new ReentrantLock();
    private Segment current;
    private int serial;

    /** Renders records for a segment. */
    interface Batch {
        Rendered renderedFor(Segment segment) throws IOException;
    }

    WarcWriter(
            ArchiveFolder folder,
            ArchiveSettings settings,
            InstantSource clock,
            Supplier<String> newUuid,
            Deflate deflate) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.newUuid = newUuid;
        this.deflate = deflate;
        this.run = newUuid.get().replace("-", "").substring(0, 8);
        this.current = new Segment(id());
    }

    String id() {
        return "urn:uuid:" + newUuid.get();
    }

    Segment current() {
        lock.lock();
        try {
            return current;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Appends records; they are on the disk after {@link #bringToDisk}.
     *
     * @return where they lie
     */
    Placed append(Batch batch) throws IOException {
        while (true) {
            Placed placed = place(batch.renderedFor(current()));
            if (placed != null) {
                return placed;
            }
        }
    }

    /**
     * Where records were written, perhaps not yet on the disk.
     *
     * @param main the main record's place
     * @param end where all of them end
     */
    record Placed(WarcFile file, RecordLocation main, long end) {}

    /** Null where the file was changed for another in the meantime: the records must be rendered for that one. */
    private @Nullable Placed place(Rendered rendered) throws IOException {
        lock.lock();
        try {
            if (rendered.segment() != current) {
                return null;
            }
            WarcFile file = current.file();
            if (file != null && isFull(file, rendered.bytes().length())) {
                current = new Segment(id());
                finish(file);
                return null;
            }
            file = file == null ? begin() : file;
            try {
                long start = file.write(rendered.bytes()::writeTo);
                RecordLocation main =
                        new RecordLocation(file.name(), start + rendered.mainOffset(), rendered.mainLength());
                return new Placed(file, main, file.length());
            } catch (IOException e) {
                throw new ArchiveWriteException(file.name(), rendered.bytes().length(), e);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns when these records are on the disk; what others wrote before is then there too. */
    void bringToDisk(Placed placed) throws IOException {
        try {
            placed.file().sync(placed.end());
        } catch (IOException e) {
            leave(placed.file());
            throw new ArchiveWriteException(placed.file().name(), placed.main().length(), e);
        }
    }

    /** After a failed fsync nobody knows what is on the disk: the file is left for the next start to repair. */
    private void leave(WarcFile file) throws IOException {
        lock.lock();
        try {
            if (current.file() == file) {
                current = new Segment(id());
                file.abandon();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void finish(WarcFile file) throws IOException {
        if (!file.hasCaptures()) {
            file.discard();
            return;
        }
        try {
            file.finish();
        } catch (IOException e) {
            file.abandon();
            throw new ArchiveWriteException(file.name(), 0, e);
        }
    }

    private boolean isFull(WarcFile file, long more) {
        boolean large = file.length() + more > settings.maxFileBytes();
        boolean old = Duration.between(file.openedAt(), clock.instant()).compareTo(settings.maxFileAge()) >= 0;
        return large || old;
    }

    private WarcFile begin() throws IOException {
        Instant now = clock.instant();
        String name = WarcName.of(now, serial++, run);
        while (Files.exists(folder.file(name)) || Files.exists(folder.file(name + WarcName.OPEN))) {
            name = WarcName.of(now, serial++, run);
        }
        byte[] warcinfo = warcinfo(name, now);
        WarcFile file;
        try {
            folder.create();
            file = WarcFile.create(folder, name, now);
        } catch (IOException e) {
            throw new ArchiveWriteException(name, warcinfo.length, e);
        }
        try {
            file.write(out -> out.write(warcinfo));
        } catch (IOException e) {
            file.discard();
            throw new ArchiveWriteException(name, warcinfo.length, e);
        }
        current.begin(file);
        return file;
    }

    private byte[] warcinfo(String name, Instant now) throws IOException {
        MetadataFields fields = new MetadataFields()
                .add("software", settings.software())
                .add("format", "WARC File Format 1.1")
                .add("conformsTo", CONFORMS_TO)
                .add("robots", settings.robots())
                .add("operator", settings.operator())
                .add("http-header-user-agent", settings.userAgent())
                .add("configuration-digest", settings.configuration().map(Digest::toString));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Draft("warcinfo", current.warcinfoId(), now)
                .add("WARC-Filename", name)
                .fieldsBlock(fields.fields())
                .write(out, deflate);
        return out.toByteArray();
    }

    /** Finishes the current file; a later append begins another. */
    void close() throws IOException {
        lock.lock();
        try {
            WarcFile file = current.file();
            current = new Segment(id());
            if (file != null) {
                finish(file);
            }
        } finally {
            lock.unlock();
        }
    }

    /** A record that can be understood without the others of its capture: it names the warcinfo record that holds for it. */
    static Draft draft(String type, String id, Instant date, Segment segment) {
        return new Draft(type, id, date).id("WARC-Warcinfo-ID", segment.warcinfoId());
    }
}

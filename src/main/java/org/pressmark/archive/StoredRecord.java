package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;

/** Reads single records by their place. */
final class StoredRecord {
    private final ArchiveFolder folder;

    StoredRecord(ArchiveFolder folder) {
        this.folder = folder;
    }

    /**
     * Reads the record at a place.
     *
     * @param payload where its payload goes
     * @throws DamagedRecordException if no whole record stands there
     */
    ScannedRecord read(RecordLocation place, OutputStream payload) throws IOException {
        return read(place, payload, StoredRecord::deaf);
    }

    /** The same; what is otherwise than the record says, and can be read all the same, is told by code and message. */
    ScannedRecord read(RecordLocation place, OutputStream payload, BiConsumer<String, String> forgiven)
            throws IOException {
        FileChannel channel = folder.open(place.file());
        long end = place.offset() + place.length();
        if (channel.size() < end) {
            long size = channel.size();
            channel.close();
            throw damaged(place, "a record of " + place.length() + " bytes", "a file that ends at " + size);
        }
        try (Unpacked in = Unpacked.of(channel, place.offset(), end)) {
            return first(in, place.file(), type -> payload, end < channel.size(), forgiven)
                    .map(record -> record.at(place, true))
                    .orElseThrow(() -> damaged(place, "a whole record", "none"));
        } catch (BrokenMember broken) {
            throw damaged(place, broken.expected(), broken.found());
        }
    }

    /** Takes the messages of faults, not of what is merely odd. */
    static BiConsumer<String, String> faultsTo(Consumer<String> messages) {
        return (code, message) -> {
            if (!code.equals("chunks-lie")) {
                messages.accept(message);
            }
        };
    }

    /** The HTTP head alone of the record at a place; what follows it is neither read nor checked. */
    Optional<HttpHead> head(RecordLocation place) throws IOException {
        return opening(place).flatMap(ScannedRecord::http);
    }

    /** The record at a place as far as its HTTP head, without digests; what follows is neither read nor checked. */
    Optional<ScannedRecord> opening(RecordLocation place) throws IOException {
        FileChannel channel = folder.open(place.file());
        try (Unpacked in = Unpacked.head(channel, place.offset(), place.offset() + place.length())) {
            if (!in.next()) {
                return Optional.empty();
            }
            Lines lines = new Lines(in);
            lines.expectArc();
            lines.skipBlank();
            Optional<RecordStart> start = RecordStart.read(lines);
            if (start.isEmpty()) {
                return Optional.empty();
            }
            BlockSink.Shape shape = start.get().shape();
            boolean http = shape == BlockSink.Shape.HTTP || shape == BlockSink.Shape.PERHAPS_HTTP;
            return Optional.of(start.get().described(http ? httpHead(lines) : Optional.empty(), place));
        } catch (BrokenMember broken) {
            throw damaged(place, broken.expected(), broken.found());
        }
    }

    private static Optional<HttpHead> httpHead(Lines lines) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < BlockSink.LARGEST_HEAD) {
            Optional<String> line = lines.line(BlockSink.LARGEST_HEAD);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            head.append(line.get()).append("\r\n");
            if (line.get().isEmpty()) {
                HttpHead found = new HttpHead(head.toString());
                return found.status() > 0 ? Optional.of(found) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What a named field of the record at a place says; its block is neither read nor checked. */
    Optional<String> field(RecordLocation place, String name) throws IOException {
        FileChannel channel = folder.open(place.file());
        try (Unpacked in = Unpacked.head(channel, place.offset(), place.offset() + place.length())) {
            if (!in.next()) {
                return Optional.empty();
            }
            Lines lines = new Lines(in);
            lines.expectArc();
            lines.skipBlank();
            return RecordStart.read(lines).flatMap(start -> start.field(name));
        } catch (BrokenMember broken) {
            throw damaged(place, broken.expected(), broken.found());
        }
    }

    /** The record that begins at a place, however long; empty where none can be read there. */
    Optional<ScannedRecord> next(String file, long offset) throws IOException {
        FileChannel channel = folder.open(file);
        long size = channel.size();
        try (Unpacked in = Unpacked.of(channel, Math.min(offset, size), size)) {
            return first(in, file, StoredRecord::nowhere, false, StoredRecord::deaf);
        } catch (BrokenMember broken) {
            return Optional.empty();
        }
    }

    /** The record at the beginning of a file, with its place. */
    Optional<ScannedRecord> beginning(String file) throws IOException {
        return at(file, 0, StoredRecord::nowhere);
    }

    /**
     * The request or metadata record that begins at a place, with its own place; empty where another does, or none.
     *
     * @param payloads where the payload of a record of a WARC-Type goes
     */
    Optional<ScannedRecord> companion(String file, long offset, Function<String, OutputStream> payloads)
            throws IOException {
        try {
            long size = size(file);
            Optional<String> type = offset >= size
                    ? Optional.empty()
                    : opening(new RecordLocation(file, offset, size - offset)).map(ScannedRecord::type);
            boolean companion =
                    type.filter(Set.of("request", "metadata")::contains).isPresent();
            return companion ? at(file, offset, payloads) : Optional.empty();
        } catch (DamagedRecordException none) {
            return Optional.empty();
        }
    }

    private long size(String file) throws IOException {
        try (FileChannel channel = folder.open(file)) {
            return channel.size();
        }
    }

    private Optional<ScannedRecord> at(String file, long offset, Function<String, OutputStream> payloads)
            throws IOException {
        FileChannel channel = folder.open(file);
        try (Unpacked in = Unpacked.of(channel, offset, channel.size())) {
            Optional<ScannedRecord> record = first(in, file, payloads, false, StoredRecord::deaf);
            long end = in.gzip() ? in.memberEnd() : in.position();
            return record.map(read -> read.at(new RecordLocation(file, offset, end - offset), true));
        } catch (BrokenMember broken) {
            return Optional.empty();
        }
    }

    /** The bytes at a place, as they are stored. */
    InputStream raw(RecordLocation place) throws IOException {
        FileChannel channel = folder.open(place.file());
        channel.position(place.offset());
        return new LimitedStream(Channels.newInputStream(channel), place.length());
    }

    /** @param followed whether the file goes on where {@code in} ends */
    private static Optional<ScannedRecord> first(
            Unpacked in,
            String file,
            Function<String, OutputStream> payloads,
            boolean followed,
            BiConsumer<String, String> forgiven)
            throws IOException {
        if (!in.next()) {
            return Optional.empty();
        }
        Lines lines = new Lines(in);
        lines.skipBlank();
        if (!lines.atWarc()) {
            lines.expectArc();
        }
        if (!lines.atRecord()) {
            return Optional.empty();
        }
        RecordReader reader = new RecordReader(in, lines, file, Depth.CHECK, forgiven);
        reader.copyPayloadsTo(payloads);
        reader.acceptCutOff(followed);
        Optional<ScannedRecord> record = reader.read(new StringBuilder());
        if (in.gzip()) {
            in.fill(1); // brings the member to its end, where its checksum is
        }
        return record;
    }

    private static OutputStream nowhere(String type) {
        return OutputStream.nullOutputStream();
    }

    private static void deaf(String code, String message) {
        // whoever checks files hears of it
    }

    private static DamagedRecordException damaged(RecordLocation place, String expected, String found) {
        return new DamagedRecordException(place.file(), place.offset(), expected, found);
    }
}

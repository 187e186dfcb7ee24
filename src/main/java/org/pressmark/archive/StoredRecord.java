package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Optional;
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
        FileChannel channel = folder.open(place.file());
        long end = place.offset() + place.length();
        if (channel.size() < end) {
            long size = channel.size();
            channel.close();
            throw damaged(place, "a record of " + place.length() + " bytes", "a file that ends at " + size);
        }
        try (Unpacked in = Unpacked.of(channel, place.offset(), end)) {
            return first(in, place.file(), payload)
                    .map(record -> record.at(place, true))
                    .orElseThrow(() -> damaged(place, "a whole record", "none"));
        } catch (BrokenMember broken) {
            throw damaged(place, broken.expected(), broken.found());
        }
    }

    /** The HTTP head alone of the record at a place; what follows it is neither read nor checked. */
    Optional<HttpHead> head(RecordLocation place) throws IOException {
        FileChannel channel = folder.open(place.file());
        try (Unpacked in = Unpacked.of(channel, place.offset(), place.offset() + place.length())) {
            if (!in.next()) {
                return Optional.empty();
            }
            Lines lines = new Lines(in);
            lines.expectArc();
            lines.skipBlank();
            Optional<BlockSink.Shape> shape = RecordStart.read(lines).map(RecordStart::shape);
            boolean http = shape.filter(found -> found == BlockSink.Shape.HTTP || found == BlockSink.Shape.PERHAPS_HTTP)
                    .isPresent();
            StringBuilder head = new StringBuilder();
            while (http && head.length() < BlockSink.LARGEST_HEAD) {
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
        } catch (BrokenMember broken) {
            throw damaged(place, broken.expected(), broken.found());
        }
    }

    /** What a named field of the record at a place says; its block is neither read nor checked. */
    Optional<String> field(RecordLocation place, String name) throws IOException {
        FileChannel channel = folder.open(place.file());
        try (Unpacked in = Unpacked.of(channel, place.offset(), place.offset() + place.length())) {
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
            return first(in, file, OutputStream.nullOutputStream());
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

    private static Optional<ScannedRecord> first(Unpacked in, String file, OutputStream payload) throws IOException {
        if (!in.next()) {
            return Optional.empty();
        }
        Lines lines = new Lines(in);
        lines.expectArc();
        lines.skipBlank();
        if (!lines.atRecord()) {
            return Optional.empty();
        }
        RecordReader reader = new RecordReader(in, lines, file, (code, message) -> {});
        reader.copyPayloadTo(payload);
        reader.acceptCutOff();
        Optional<ScannedRecord> record = reader.read(new StringBuilder());
        if (in.gzip()) {
            in.fill(1); // brings the member to its end, where its checksum is
        }
        return record;
    }

    private static DamagedRecordException damaged(RecordLocation place, String expected, String found) {
        return new DamagedRecordException(place.file(), place.offset(), expected, found);
    }

    /** So many bytes of a stream. */
    private static final class LimitedStream extends InputStream {
        private final InputStream in;
        private long left;

        LimitedStream(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            if (left == 0 && count > 0) {
                return -1;
            }
            int some = in.read(buffer, offset, (int) Math.min(count, left));
            left -= Math.max(some, 0);
            return some;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

package org.pressmark.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.RecordLocation;

/** Finds the records that belong to a main record and stand beside it: its request, what was noted of it. */
final class Neighbours {
    /** So far before a record its request is looked for. */
    private static final int REACH = 64 << 10;

    private static final int MOST_TRIES = 64;
    private static final int MOST_BEHIND = 3;
    private static final int SMALLEST_MEMBER = 18;

    private final ArchiveFolder folder;

    /** A record beside another, and whether it belongs to that one. */
    private record Beside(RecordLocation place, boolean belongs) {}

    Neighbours(ArchiveFolder folder) {
        this.folder = folder;
    }

    /** The places of the record and of those that belong to it, in the order of the file. */
    List<RecordLocation> of(RecordLocation main, ScannedRecord record) throws IOException {
        List<RecordLocation> out = new ArrayList<>();
        before(main, record).ifPresent(out::add);
        out.add(main);
        long end = main.offset() + main.length();
        for (int i = 0; i < MOST_BEHIND; i++) {
            Optional<RecordLocation> next = at(main.file(), end, -1, record).map(Beside::place);
            if (next.isEmpty()) {
                break;
            }
            out.add(next.get());
            end = next.get().offset() + next.get().length();
        }
        return out;
    }

    private Optional<RecordLocation> before(RecordLocation main, ScannedRecord record) throws IOException {
        long from = Math.max(0, main.offset() - REACH);
        ByteBuffer bytes = ByteBuffer.allocate((int) (main.offset() - from));
        try (FileChannel channel = folder.open(main.file())) {
            while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) > 0) {
                // until full
            }
        }
        int tries = 0;
        for (int at = bytes.position() - SMALLEST_MEMBER; at >= 0 && tries < MOST_TRIES; at--) {
            if (bytes.get(at) == 0x1f && bytes.get(at + 1) == (byte) 0x8b && bytes.get(at + 2) == 8) {
                tries++;
                Optional<Beside> found = at(main.file(), from + at, main.offset(), record);
                if (found.isPresent()) { // no other record ends there too
                    return found.filter(Beside::belongs).map(Beside::place);
                }
            }
        }
        return Optional.empty();
    }

    /** The record from one place to another; where no end is given (−1), only one that belongs to this one. */
    private Optional<Beside> at(String file, long place, long end, ScannedRecord main) throws IOException {
        FileChannel channel = folder.open(file);
        long size = channel.size();
        try (Unpacked in = Unpacked.of(channel, Math.min(place, size), end < 0 ? size : end)) {
            if (place >= size || !in.gzip() || !in.next()) {
                return Optional.empty();
            }
            Lines lines = new Lines(in);
            Optional<ScannedRecord> found = lines.atWarc()
                    ? RecordStart.read(lines).map(start -> start.described(Optional.empty(), main.location()))
                    : Optional.empty();
            boolean belongs = found.filter(record -> belongs(record, main)).isPresent();
            if (found.isEmpty() || end < 0 && !belongs) {
                return Optional.empty();
            }
            while (in.fill(1) > 0) {
                in.consume(in.fill(1));
            }
            boolean ends = end < 0 || in.memberEnd() == end;
            return ends
                    ? Optional.of(new Beside(new RecordLocation(file, place, in.memberEnd() - place), belongs))
                    : Optional.empty();
        } catch (BrokenMember broken) {
            return Optional.empty();
        }
    }

    private static boolean belongs(ScannedRecord record, ScannedRecord main) {
        boolean beside = record.type().equals("request") || record.type().equals("metadata");
        return beside
                && (record.concurrentTo().contains(main.recordId())
                        || main.concurrentTo().contains(record.recordId())
                        || record.refersTo().filter(main.recordId()::equals).isPresent());
    }
}

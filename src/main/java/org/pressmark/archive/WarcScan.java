package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;

/**
 * Goes through a WARC (0.17 to 1.1) or ARC (1, 2) file, plain or gzip, from end to end and gives every record that can be
 * read. What cannot be read becomes a finding of level {@code DAMAGE} that says which bytes it takes up, and reading goes on
 * with the next record. What is readable, but not what it says of itself, becomes a {@code WARNING}; what is merely written
 * otherwise than it should be, a {@code NOTE}. Memory is bounded whatever stands in the file;
 * time grows with the file's length and the length of what it unpacks to.
 *
 * <p>Codes: {@code damaged-member}, {@code no-record} and {@code record-cut-off} (damage); {@code content-length-wrong},
 * {@code block-digest-differs}, {@code payload-digest-differs} (warnings); {@code chunks-lie}, {@code not-record-at-a-time}
 * (notes).
 */
public final class WarcScan {

    /** Who is told what a scan comes upon. */
    interface Listener {
        /** A record was read to its end. */
        void record(ScannedRecord record) throws IOException;

        void finding(Finding finding);

        /** Reading has come to this place of the file, in the middle of a record. */
        default void reached(long place) {}

        /** Where the bytes of the record that begins now are copied, as they stand in the unpacked file. */
        default OutputStream rawCopy() throws IOException {
            return OutputStream.nullOutputStream();
        }

        /** Where the payload of a record of this WARC-Type is copied. */
        default OutputStream payloadCopy(String type) {
            return OutputStream.nullOutputStream();
        }
    }

    private final Unpacked in;
    private final Lines lines;
    private final String file;
    private final Listener listener;
    private final RecordReader reader;
    private @Nullable Waiting waiting;
    private long recordStart = -1;
    private long wasted;
    private boolean toldMany;

    /** A record of a gzip member of which it is not yet known that it is whole and holds nothing else. */
    private record Waiting(ScannedRecord record, long packedStart, boolean first) {}

    private WarcScan(Unpacked in, String file, Depth depth, Listener listener) {
        this.in = in;
        this.lines = new Lines(in);
        this.file = file;
        this.listener = listener;
        this.reader = new RecordReader(in, lines, file, depth, this::forgive);
        reader.tellPlaces(listener::reached);
        reader.copyPayloadsTo(listener::payloadCopy);
    }

    /**
     * Scans a file.
     *
     * @param records takes the records in the order of the file
     * @param findings takes what is wrong
     * @throws NotAnArchiveException if the file is something else altogether, e.g. zstd-compressed
     */
    public static void scan(Path file, Consumer<ScannedRecord> records, Consumer<Finding> findings) throws IOException {
        scan(file, String.valueOf(file.getFileName()), Depth.CHECK, new Listener() {
            @Override
            public void record(ScannedRecord record) {
                records.accept(record);
            }

            @Override
            public void finding(Finding finding) {
                findings.accept(finding);
            }
        });
    }

    /** @param name what the file is called in locations and findings */
    static void scan(Path file, String name, Listener listener) throws IOException {
        scan(file, name, Depth.CHECK, listener);
    }

    static void scan(Path file, String name, Depth depth, Listener listener) throws IOException {
        FileKind.require(file, name);
        try (Unpacked in = Unpacked.of(file)) {
            new WarcScan(in, name, depth, listener).run();
        }
    }

    /** Scans a stretch of a file that begins with a gzip member, and ends behind one, or a whole file. */
    static void scan(Path file, long start, long end, Depth depth, Listener listener) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try (Unpacked in = Unpacked.of(channel, start, end)) {
            if (depth == Depth.HEADS && in.gzip()) {
                in.passOverBodies(MemberEnds.of(channel, start, end));
            }
            new WarcScan(in, String.valueOf(file.getFileName()), depth, listener).run();
        }
    }

    private void run() throws IOException {
        boolean more = next();
        while (more) {
            try {
                member();
                more = next();
            } catch (BrokenMember broken) {
                more = resync(broken);
            }
        }
    }

    private boolean next() throws IOException {
        long place = in.packedPosition();
        try {
            return in.next();
        } catch (BrokenMember broken) {
            // Some systems fill a file up to the end of a block with zeros: that says nothing against what stands
            // before.
            return !in.zerosToTheEnd(place) && resyncFrom(place, place, broken);
        }
    }

    private void member() throws IOException {
        boolean first = true;
        while (true) {
            long start = in.memberStart();
            lines.skipBlank();
            if (in.fill(1) == 0) {
                tellWaiting(in.memberEnd(), true);
                return;
            }
            tellWaiting(in.memberEnd(), false);
            if (!lines.atRecord()) {
                garbage();
                first = false;
                continue;
            }
            long place = in.position();
            StringBuilder missing = new StringBuilder();
            recordStart = start;
            if (in.gzip()) {
                in.copyTo(listener.rawCopy());
            }
            Optional<ScannedRecord> record = reader.read(missing);
            in.copyTo(OutputStream.nullOutputStream());
            recordStart = -1;
            if (record.isEmpty()) {
                damage(
                        "record-cut-off",
                        in.gzip() ? start : place,
                        "expected " + missing + ". The record is left out.");
                if (!lines.atRecord()) {
                    lines.toRecord(OutputStream.nullOutputStream());
                }
            } else if (!in.gzip()) {
                listener.record(record.get().at(new RecordLocation(file, place, in.position() - place), true));
            } else {
                waiting = new Waiting(record.get(), start, first && !reader.spanned());
                if (reader.crossed()) {
                    tellWaiting(reader.endBeforeCrossing(), true);
                }
            }
            first = reader.crossed();
        }
    }

    private void tellWaiting(long packedEnd, boolean memberEnded) throws IOException {
        Waiting told = waiting;
        waiting = null;
        if (told == null) {
            return;
        }
        boolean alone = told.first() && memberEnded;
        long length = alone ? packedEnd - told.packedStart() : 0;
        if (!alone && !toldMany) {
            toldMany = true;
            listener.finding(new Finding(
                    Finding.Level.NOTE,
                    "not-record-at-a-time",
                    file,
                    told.packedStart(),
                    "expected one gzip member a record, found other bounds: the file's records cannot be read"
                            + " one by one"));
        }
        listener.record(told.record().at(new RecordLocation(file, told.packedStart(), length), alone));
    }

    private void garbage() throws IOException {
        long start = in.position();
        String shown = new String(in.bufferStart(24), StandardCharsets.ISO_8859_1);
        lines.toRecord(OutputStream.nullOutputStream());
        String what = "expected a record, found " + (in.position() - start) + " bytes that begin '"
                + WarcText.escaped(shown) + "'";
        damage("no-record", in.gzip() ? in.memberStart() : start, what + (in.gzip() ? " in the gzip member" : ""));
    }

    private boolean resync(BrokenMember broken) throws IOException {
        long start = recordStart >= 0 ? recordStart : waiting == null ? in.memberStart() : waiting.packedStart();
        waiting = null;
        recordStart = -1;
        in.copyTo(OutputStream.nullOutputStream());
        wasted += in.packedPosition() - start;
        boolean thorough = wasted < 2 * in.fileEnd() + (1 << 24);
        return resyncFrom(start, thorough ? start + 1 : Math.max(start + 1, in.packedPosition()), broken);
    }

    private boolean resyncFrom(long start, long from, BrokenMember broken) throws IOException {
        boolean found = in.resync(from, lines);
        long end = found ? in.memberStart() : in.fileEnd();
        damage(
                "damaged-member",
                start,
                "expected " + broken.expected() + ", found " + broken.found() + ". Bytes " + start + " to " + end
                        + " are left out.");
        return found;
    }

    private void damage(String code, long offset, String message) {
        listener.finding(new Finding(Finding.Level.DAMAGE, code, file, offset, message));
    }

    private void forgive(String code, String message) {
        long offset = in.gzip() ? in.memberStart() : in.position();
        Finding.Level level = code.equals("chunks-lie") ? Finding.Level.NOTE : Finding.Level.WARNING;
        listener.finding(new Finding(level, code, file, offset, message));
    }
}

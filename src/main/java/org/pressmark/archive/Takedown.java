package org.pressmark.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.pressmark.model.RecordLocation;

/**
 * Writes a WARC file anew without some captures: their main records and the request and metadata records that belong to them
 * are left out, everything else is copied byte for byte. In the place of each main record stands a metadata record that says
 * what was there, with its digests.
 */
final class Takedown {
    private final FileChannel from;
    private final FileChannel to;
    private final String warcinfo;
    private final boolean gzip;
    private final Deflate deflate;

    private Takedown(FileChannel from, FileChannel to, String warcinfo, boolean gzip, Deflate deflate) {
        this.from = from;
        this.to = to;
        this.warcinfo = warcinfo;
        this.gzip = gzip;
        this.deflate = deflate;
    }

    /** What is known of one record while the file is gone through. */
    private record Seen(String id, String type, List<String> concurrent, RecordLocation place) {}

    /**
     * Writes the file.
     *
     * @param captures ids of the main records that go
     * @param facts what the records in their places say beside digests, by name
     * @return how many records were left out
     */
    static int write(
            Path source,
            Path target,
            Set<String> captures,
            Map<String, String> facts,
            Instant now,
            Supplier<String> newId,
            Deflate deflate)
            throws IOException {
        List<Seen> all = new ArrayList<>();
        Map<Long, ScannedRecord> gone = new HashMap<>();
        WarcScan.scan(
                source,
                record -> {
                    all.add(new Seen(record.recordId(), record.type(), record.concurrentTo(), record.location()));
                    if (captures.contains(record.recordId())) {
                        gone.put(record.location().offset(), record);
                    }
                },
                finding -> {});
        Set<String> beside = new HashSet<>();
        gone.values().forEach(record -> beside.addAll(record.concurrentTo()));
        String warcinfo = all.isEmpty() || !all.get(0).type().equals("warcinfo")
                ? ""
                : all.get(0).id();
        int left = 0;
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            boolean gzip = source.toString().endsWith(".gz");
            Takedown copy = new Takedown(from, to, warcinfo, gzip, deflate);
            for (Seen record : all) {
                ScannedRecord main = gone.get(record.place().offset());
                boolean companion = Set.of("request", "metadata").contains(record.type())
                        && (beside.contains(record.id())
                                || record.concurrent().stream().anyMatch(captures::contains));
                if (main != null) {
                    copy.stub(main, facts, now, newId.get());
                    left++;
                } else if (companion) {
                    left++;
                } else {
                    copy.copy(record.place());
                }
            }
            to.force(true);
        }
        Disk.syncFolder(target.toAbsolutePath().getParent());
        return left;
    }

    private void copy(RecordLocation place) throws IOException {
        long at = place.offset();
        long end = at + place.length();
        while (at < end) {
            long count = from.transferTo(at, end - at, to);
            if (count <= 0) {
                throw new IOException("expected " + (end - at) + " more bytes, found the end of the file");
            }
            at += count;
        }
    }

    private void stub(ScannedRecord main, Map<String, String> facts, Instant now, String id) throws IOException {
        from.position(main.location().offset());
        RecordHashes hashes = RecordHashes.of(
                main,
                new LimitedStream(Channels.newInputStream(from), main.location().length()));
        MetadataFields fields = new MetadataFields()
                .add("forgotten", main.type())
                .add("forgotten-record", "<" + main.recordId() + ">")
                .add("forgotten-date", main.date().map(Instant::toString))
                .add("block-sha256", hashes.block().toString())
                .add("stored-sha256", hashes.stored().toString())
                .add("payload-sha256", main.payloadSha256().map(Object::toString));
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> fields.add(fact.getKey(), fact.getValue()));
        Draft draft = new Draft("metadata", id, now)
                .add(
                        "WARC-Warcinfo-ID",
                        Optional.of(warcinfo).filter(text -> !text.isEmpty()).map(text -> "<" + text + ">"))
                .add("WARC-Refers-To", "<" + main.recordId() + ">")
                .add("WARC-Target-URI", main.targetUri())
                .fieldsBlock(fields.fields());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        draft.write(out, deflate);
        try (InputStream written = gzip
                ? new ByteArrayInputStream(out.toByteArray())
                : new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            written.transferTo(Channels.newOutputStream(to));
        }
    }
}

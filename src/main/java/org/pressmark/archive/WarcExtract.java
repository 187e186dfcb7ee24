package org.pressmark.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.pressmark.model.Capture;
import org.pressmark.model.RecordLocation;

/**
 * Writes stored captures into a WARC file of their own: each record byte for byte as it is stored, with its request and what
 * was noted of it, a gzip member a record. A warcinfo record says where they come from.
 */
public final class WarcExtract {
    private final ArchiveFolder folder;
    private final Deflate deflate;
    private final OutputStream out;
    private final Set<RecordLocation> written = new HashSet<>();

    WarcExtract(ArchiveFolder folder, Deflate deflate, OutputStream out) {
        this.folder = folder;
        this.deflate = deflate;
        this.out = out;
    }

    void warcinfo(String id, Instant now, String name, String software) throws IOException {
        new Draft("warcinfo", id, now)
                .add("WARC-Filename", name)
                .fieldsBlock(new MetadataFields()
                        .add("software", software)
                        .add("format", "WARC File Format 1.1")
                        .add(
                                "conformsTo",
                                "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/")
                        .add("description", "records copied out of an archive, unchanged")
                        .fields())
                .write(out, deflate);
    }

    /**
     * Adds a capture's records, each once however often it is asked for.
     *
     * @return false for a record that is none of a WARC file and cannot be copied
     */
    public boolean add(Capture capture) throws IOException {
        StoredRecord stored = new StoredRecord(folder);
        ScannedRecord main = stored.opening(capture.location())
                .orElseThrow(() -> new DamagedRecordException(
                        capture.location().file(), capture.location().offset(), "a record", "none"));
        if (main.version().startsWith("ARC")) {
            return false;
        }
        for (RecordLocation place : new Neighbours(folder).of(capture.location(), main)) {
            if (written.add(place)) {
                copy(stored, place);
            }
        }
        return true;
    }

    private void copy(StoredRecord stored, RecordLocation place) throws IOException {
        try (InputStream in = stored.raw(place)) {
            byte[] start = in.readNBytes(2);
            boolean gzip = start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b;
            if (gzip) {
                out.write(start);
                in.transferTo(out);
            } else {
                try (GzipMember member = new GzipMember(out, deflate)) {
                    member.write(start);
                    in.transferTo(member);
                }
            }
        }
    }
}

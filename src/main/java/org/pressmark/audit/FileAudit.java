package org.pressmark.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.pressmark.audit.Seen.End;

/** Goes through one file record by record, and on behind damage. */
final class FileAudit {
    private static final byte[] MAGIC = {0x1f, (byte) 0x8b, 8};

    private final RawInput raw;
    private final Findings findings;
    private final IndexCheck index;
    private final SeenIds ids;
    private final String file;
    private final boolean growing;
    private long records;

    /** @param growing true for a file whose end may be half written: that is no damage */
    FileAudit(RawInput raw, String file, Findings findings, IndexCheck index, SeenIds ids, boolean growing) {
        this.raw = raw;
        this.file = file;
        this.findings = findings;
        this.index = index;
        this.ids = ids;
        this.growing = growing;
    }

    /** The number of records read. */
    long run() throws IOException {
        if (raw.size() == 0) {
            if (!growing) {
                findings.warning("empty-file", 0, "Expected records, found an empty file.");
            }
            index.finish(0);
            return 0;
        }
        try (GzipMember member = new GzipMember(raw)) {
            if (member.here()) {
                members(member);
            } else {
                plain();
            }
        }
        index.finish(raw.size());
        return records;
    }

    private Optional<RecordReader> reader(RecordBytes in) throws IOException, DamagedMember {
        if (WarcRecordReader.begins(in)) {
            return Optional.of(new WarcRecordReader(file, findings, index, ids));
        }
        return ArcRecordReader.begins(in) ? Optional.of(new ArcRecordReader(findings, index)) : Optional.empty();
    }

    private void members(GzipMember member) throws IOException {
        RecordBytes in = new RecordBytes(member);
        RecordReader reader = null;
        long offset = 0;
        while (offset < raw.size()) {
            raw.seek(offset);
            if (!member.here()) {
                offset = garbage(member, offset);
                continue;
            }
            in.restart();
            try {
                member.begin();
                if (reader == null) {
                    reader = reader(in).orElse(null);
                    if (reader == null) {
                        notAnArchive("compressed bytes that hold neither a WARC nor an ARC record");
                        return;
                    }
                }
                member(reader, in, offset);
                offset = raw.position();
            } catch (DamagedMember damage) {
                offset = damaged(member, damage, reader == null ? "" : reader.current(), offset);
            }
        }
        if (reader != null) {
            reader.finish();
        }
    }

    /** One gzip member: one record, if the writer kept to WARC 1.1 annex D. */
    private void member(RecordReader reader, RecordBytes in, long offset) throws IOException, DamagedMember {
        int count = 0;
        Seen only = Seen.nothing(End.NOT_A_RECORD);
        while (in.available() > 0) {
            reader.passOver(in, offset);
            if (in.available() == 0) {
                break;
            }
            Seen seen = reader.read(in, offset);
            if (seen.end() == End.NOT_A_RECORD) {
                findings.damage(
                        "not-a-record",
                        offset,
                        "Expected a record in this gzip member, found something else" + behind(count) + ".");
            } else if (seen.end() == End.SHORT || seen.end() == End.OVERRUN) {
                untrueLength(reader, seen, offset, drain(in));
            }
            boolean whole = seen.end() == End.WHOLE;
            if (seen.end() != End.NOT_A_RECORD) {
                count++;
                only = whole ? seen : new Seen(seen.end(), seen.id(), seen.type(), Map.of(), Map.of());
            }
            if (!whole) {
                drain(in);
                break;
            }
            if (count > 1 || in.available() > 0) {
                records++;
                index.seen(seen, offset, -1);
                only = Seen.nothing(End.NOT_A_RECORD);
            }
        }
        if (count > 1) {
            findings.warning(
                    "several-records-in-member",
                    offset,
                    "Expected one record in a gzip member, found " + count + ": they cannot be read by their offsets.");
        }
        if (only.end() != End.NOT_A_RECORD) {
            records++;
            index.seen(only, offset, raw.position() - offset);
        }
        if (count == 0 && in.consumed() == 0) {
            findings.note("empty-member", offset, "This gzip member is empty.");
        }
    }

    private void untrueLength(RecordReader reader, Seen seen, long offset, long behind) {
        String said = seen.end() == End.SHORT
                ? "the bytes end before it"
                : "at its end stands no record end; " + behind + " more bytes follow in the gzip member";
        findings.damage(
                "content-length-untrue",
                offset,
                "Record " + reader.current() + ": the Content-Length is not true, " + said + ".");
    }

    private static long drain(RecordBytes in) throws IOException, DamagedMember {
        long count = 0;
        for (int here = in.available(); here > 0; here = in.available()) {
            in.skip(here);
            count += here;
        }
        return count;
    }

    private long damaged(GzipMember member, DamagedMember damage, String record, long offset) throws IOException {
        long next = nextMember(member, offset + 1);
        if (damage.truncated() && next < 0) {
            String lost = index.lostBetween(offset, Long.MAX_VALUE);
            if (growing) {
                findings.note(
                        "end-half-written",
                        offset,
                        "The last " + (raw.size() - offset)
                                + " bytes are being written or were when the writer ended; the next capture puts them"
                                + " right.");
            } else {
                findings.damage(
                        "truncated-tail",
                        offset,
                        "Expected a whole gzip member, found the end of the file after " + (raw.size() - offset)
                                + " bytes of it." + lost);
            }
            return raw.size();
        }
        long end = next < 0 ? raw.size() : next;
        String name = record.isEmpty() ? "" : " of record " + record;
        findings.damage(
                "gzip-member-damaged",
                offset,
                "The gzip member" + name + " cannot be read (" + damage.said() + "); " + (end - offset)
                        + " bytes up to byte " + end + " were passed over." + index.lostBetween(offset, end));
        return end;
    }

    private long garbage(GzipMember member, long offset) throws IOException {
        long next = nextMember(member, offset);
        long end = next < 0 ? raw.size() : next;
        String where = next < 0 ? "at the end of the file" : "between gzip members";
        findings.damage(
                "garbage",
                offset,
                "Expected a gzip member, found " + (end - offset) + " unknown bytes " + where + "."
                        + index.lostBetween(offset, end));
        return end;
    }

    /** The next offset at which a member begins that inflates to the start of a record; −1 where there is none. */
    private long nextMember(GzipMember member, long from) throws IOException {
        long at = raw.find(MAGIC, from);
        while (at >= 0 && !beginsRecord(member, at)) {
            at = raw.find(MAGIC, at + 1);
        }
        return at;
    }

    private boolean beginsRecord(GzipMember member, long at) throws IOException {
        raw.seek(at);
        if (!member.here()) {
            return false;
        }
        byte[] start = new byte[16];
        int read = 0;
        try {
            member.begin();
            int count = 0;
            while (count >= 0 && read < start.length) {
                read += count;
                count = read < start.length ? member.read(start, read, start.length - read) : -1;
            }
        } catch (DamagedMember damage) {
            return false; // three bytes that look like a member's start
        }
        String text = new String(start, 0, read, StandardCharsets.ISO_8859_1);
        return text.startsWith("WARC/") || text.matches("(?s)[a-z]{3,10}:.*");
    }

    private void plain() throws IOException {
        ByteFeed feed = (into, offset, length) -> {
            int here = Math.min(length, raw.available());
            if (here == 0) {
                return -1;
            }
            System.arraycopy(raw.buffer(), raw.index(), into, offset, here);
            raw.skip(here);
            return here;
        };
        try {
            RecordBytes in = new RecordBytes(feed);
            raw.seek(0);
            Optional<RecordReader> reader = reader(in);
            if (reader.isEmpty()) {
                notAnArchive("\"" + start() + "\"");
                return;
            }
            plain(reader.get(), in);
            reader.get().finish();
        } catch (DamagedMember e) {
            throw new IllegalStateException("expected no gzip member in a plain file", e);
        }
    }

    private void plain(RecordReader reader, RecordBytes in) throws IOException, DamagedMember {
        long offset = 0;
        raw.seek(0);
        in.restart();
        while (offset < raw.size() && in.available() > 0) {
            offset += reader.passOver(in, offset);
            if (in.available() == 0) {
                break;
            }
            long before = in.consumed();
            Seen seen = reader.read(in, offset);
            long length = in.consumed() - before;
            if (seen.end() == End.WHOLE) {
                if (!reader.current().isEmpty()) {
                    records++;
                    index.seen(seen, offset, length);
                }
                offset += length;
                continue;
            }
            records += seen.end() == End.NOT_A_RECORD ? 0 : 1;
            long next = raw.find(reader.mark(), offset + (seen.end() == End.NOT_A_RECORD ? 0 : 1));
            long end = next < 0 ? raw.size() : next + reader.markLead();
            resume(reader, seen, offset, end, next < 0);
            offset = end;
            raw.seek(end);
            in.restart();
        }
    }

    private void resume(RecordReader reader, Seen seen, long offset, long end, boolean last) {
        String record = reader.current().isEmpty() ? "" : "Record " + reader.current() + ": ";
        if (seen.end() == End.SHORT && last) {
            String lost = index.lostBetween(offset, Long.MAX_VALUE);
            if (growing) {
                findings.note(
                        "end-half-written",
                        offset,
                        record + "the last " + (end - offset)
                                + " bytes are being written or were when the writer ended.");
            } else {
                findings.damage(
                        "truncated-tail",
                        offset,
                        record + "expected a whole record, found the end of the file after " + (end - offset)
                                + " bytes of it." + lost);
            }
        } else if (seen.end() == End.NOT_A_RECORD) {
            findings.damage(
                    "garbage",
                    offset,
                    "Expected a record, found " + (end - offset) + " unknown bytes." + index.lostBetween(offset, end));
        } else if (seen.end() == End.NO_LENGTH) {
            index.seen(seen, offset, -1);
        } else {
            index.seen(new Seen(seen.end(), seen.id(), seen.type(), Map.of(), Map.of()), offset, -1);
            findings.damage(
                    "content-length-untrue",
                    offset,
                    record + "the length is not true: at its end stands no record end"
                            + (last ? "." : "; the next record begins at byte " + end + "."));
        }
    }

    private void notAnArchive(String found) {
        findings.damage("not-an-archive-file", 0, "Expected WARC or ARC records, found " + found + ".");
    }

    private String start() throws IOException {
        raw.seek(0);
        int count = Math.min(24, raw.available());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            char c = (char) (raw.buffer()[raw.index() + i] & 0xff);
            out.append(c >= ' ' && c < 127 ? c : '.');
        }
        return out.toString();
    }

    private static String behind(int count) {
        return count == 0 ? "" : " behind the record";
    }
}

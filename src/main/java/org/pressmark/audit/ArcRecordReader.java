package org.pressmark.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pressmark.audit.Seen.End;

/** Reads ARC records: one line, so many bytes, one line feed. They carry no digests; the index's can still be checked. */
final class ArcRecordReader implements RecordReader {
    private static final byte[] START = "filedesc://".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RECORD =
            Pattern.compile("[a-z][a-z0-9+.-]*:\\S+ [0-9a-fA-F.:]+ \\d{8,18} .*\\d\\s*", Pattern.DOTALL);
    private static final int LONGEST_LINE = 64 * 1024;

    private final Findings findings;
    private final IndexCheck index;
    private String current = "";

    ArcRecordReader(Findings findings, IndexCheck index) {
        this.findings = findings;
        this.index = index;
    }

    static boolean begins(RecordBytes in) throws IOException, DamagedMember {
        return in.startsWith(START);
    }

    @Override
    public Seen read(RecordBytes in, long offset) throws IOException, DamagedMember {
        current = "";
        int length = in.lineLength(LONGEST_LINE);
        if (length < 0) {
            return Seen.nothing(length == -1 ? End.SHORT : End.NOT_A_RECORD);
        }
        String line = new String(in.buffer(), in.index(), length, StandardCharsets.ISO_8859_1).strip();
        String[] parts = line.split(" ", -1);
        String last = parts[parts.length - 1];
        if (parts.length < 5 || !last.matches("\\d{1,18}") || line.indexOf(':') < 0) {
            return Seen.nothing(End.NOT_A_RECORD);
        }
        in.skip(length);
        current = parts[0];
        boolean head = line.startsWith("filedesc://");
        return content(in, offset, Long.parseLong(last), line.startsWith("http"), head);
    }

    private Seen content(RecordBytes in, long offset, long length, boolean http, boolean head)
            throws IOException, DamagedMember {
        Optional<IndexedRecord> expected = index.expected("", offset);
        boolean wanted =
                expected.filter(record -> !record.payloadSha256().isEmpty()).isPresent();
        PayloadDigests payload = new PayloadDigests(wanted ? java.util.Set.of("SHA-256") : java.util.Set.of(), http);
        long left = length;
        while (left > 0) {
            int count = (int) Math.min(left, in.available());
            if (count == 0) {
                break;
            }
            payload.update(in.buffer(), in.index(), count);
            in.skip(count);
            left -= count;
        }
        PayloadDigests.Result computed = payload.finish();
        Map<String, byte[]> digests = new HashMap<>(computed.payload());
        End end = left > 0
                ? End.SHORT
                : in.startsWith(END) || in.available() == 0 || another(in) ? End.WHOLE : End.OVERRUN;
        for (int ends = 0; ends < 2 && end == End.WHOLE && in.startsWith(END); ends++) {
            in.skip(1); // some writers put two
        }
        String id = expected.map(IndexedRecord::recordId).orElse("");
        return new Seen(end, id, http ? "response" : head ? "filedesc" : "arc", digests, computed.other());
    }

    /** Some writers left out the line feed behind a record. */
    private static boolean another(RecordBytes in) throws IOException, DamagedMember {
        int length = in.lineLength(LONGEST_LINE);
        return length > 0
                && RECORD.matcher(new String(in.buffer(), in.index(), length, StandardCharsets.ISO_8859_1))
                        .matches();
    }

    @Override
    public int passOver(RecordBytes in, long offset) throws IOException, DamagedMember {
        return in.skipLineEnds();
    }

    @Override
    public String current() {
        return current;
    }

    @Override
    public byte[] mark() {
        return "\nhttp".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int markLead() {
        return 1;
    }

    @Override
    public void finish() {
        findings.note(
                "arc-has-no-digests",
                -1,
                "This is an ARC file: it carries no digests of its own; only lengths and the index could be checked.");
    }
}

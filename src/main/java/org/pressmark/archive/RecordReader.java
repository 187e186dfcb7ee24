package org.pressmark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;

/**
 * Reads one record after another, forgiving what can be forgiven: lengths that are wrong, chunks that lie, heads without an
 * end, line feeds for line ends. What it forgave it tells as a finding's code and message.
 */
final class RecordReader {
    /** The line ends behind a record. */
    private static final int LINE_ENDS = 4;

    /** Of no bytes: what wget states as block digest of every revisit. */
    private static final Digest NOTHING = Digests.of(Digest.Algorithm.SHA1, new byte[0]);

    /** Says that a member was left before its end, all that is wanted of it being read. */
    private static final long LEAPT = -1;

    private final Unpacked in;
    private final Lines lines;
    private final String file;
    private final BiConsumer<String, String> forgiven;
    private final Depth depth;
    private Function<String, OutputStream> payloadCopy = type -> OutputStream.nullOutputStream();
    private LongConsumer places = place -> {};
    private final Map<String, String> told = new LinkedHashMap<>();
    private boolean crossed;
    private boolean spanned;
    private boolean suspect;
    private boolean boundsKnown;
    private boolean followed;
    private long endBeforeCrossing;

    /** @param forgiven takes code and message */
    RecordReader(Unpacked in, Lines lines, String file, Depth depth, BiConsumer<String, String> forgiven) {
        this.in = in;
        this.lines = lines;
        this.file = file;
        this.depth = depth;
        this.forgiven = forgiven;
    }

    /** Who hears how far reading is in the file while a long record is read. */
    void tellPlaces(LongConsumer reached) {
        places = reached;
    }

    /** Where the payloads go besides being digested, the WARC-Type deciding. */
    void copyPayloadsTo(Function<String, OutputStream> out) {
        payloadCopy = out;
    }

    /**
     * A record that ends before its stated length is given all the same: somebody looked at its bounds before.
     *
     * @param another whether the file goes on behind it, so that it is read as it was when that was seen
     */
    void acceptCutOff(boolean another) {
        boundsKnown = true;
        followed = another;
    }

    /** True where the record just read ended with its member before its stated length, and the next member was begun. */
    boolean crossed() {
        return crossed;
    }

    /** True where the record just read lay in more than one gzip member. */
    boolean spanned() {
        return spanned;
    }

    /** Where it was crossed, the end of the record's member in the file. */
    long endBeforeCrossing() {
        return endBeforeCrossing;
    }

    /**
     * Reads the record that begins here, its block and the line ends behind it included. Its location is left at zero length.
     *
     * @return empty where the record is cut off; what is cut is told in {@code whatIsMissing}
     */
    Optional<ScannedRecord> read(StringBuilder whatIsMissing) throws IOException {
        crossed = false;
        spanned = false;
        suspect = false;
        told.clear();
        Optional<RecordStart> begun = RecordStart.read(lines);
        if (begun.isEmpty()) {
            whatIsMissing.append("a record's header up to its empty line, found the end or more than 1 MiB");
            return Optional.empty();
        }
        RecordStart start = begun.get();
        // A digest that is not going to be made need not be read either.
        boolean digested = depth != Depth.HEADS || !in.gzip() || isNameless(start);
        Optional<Digest> stated = digested ? start.statedBlockDigest() : Optional.empty();
        Digest.Algorithm algorithm = stated.map(Digest::algorithm).orElse(Digest.Algorithm.SHA1);
        BlockSink block = sink(start, algorithm);
        block(start, block);
        block.end();
        Optional<Digest> blockDigest = block.blockDigest().map(bytes -> Digest.of(algorithm, bytes));
        if (suspect && !boundsKnown && !sameDigest(stated, blockDigest) && !block.holdsWholeMessage()) {
            whatIsMissing.append("a block of ").append(start.length()).append(" bytes, found ");
            whatIsMissing.append(block.length()).append(" before the end of the file");
            return Optional.empty();
        }
        told.forEach(forgiven);
        boolean wgets =
                start.type().equals("revisit") && stated.filter(NOTHING::equals).isPresent();
        if (depth == Depth.CHECK && stated.isPresent() && !wgets && !sameDigest(stated, blockDigest)) {
            forgiven.accept(
                    "block-digest-differs",
                    "expected block digest " + stated.get() + ", found " + blockDigest.orElseThrow());
        }
        return Optional.of(record(start, block, blockDigest));
    }

    /** What is digested of the record: all that can be compared, or only what nobody states. */
    private BlockSink sink(RecordStart start, Digest.Algorithm algorithm) {
        boolean all = depth == Depth.CHECK;
        boolean sha1 = all || (depth == Depth.HEADS && start.mayLackPayloadDigest());
        PayloadSink payload = new PayloadSink(payloadCopy.apply(start.type()), sha1, depth != Depth.HEADS);
        // A plain file's record that is cut off is told from a whole one by the block's digest.
        Optional<Digest.Algorithm> made =
                all || isNameless(start) || !in.gzip() ? Optional.of(algorithm) : Optional.empty();
        BlockSink.Shape shape = start.shape();
        boolean passedOver = depth == Depth.HEADS && shape == BlockSink.Shape.FIELDS;
        return new BlockSink(passedOver ? BlockSink.Shape.BYTES : shape, made, payload, all);
    }

    private static boolean isNameless(RecordStart start) {
        return start.field("WARC-Record-ID")
                .map(WarcText::withoutBrackets)
                .filter(id -> !id.isEmpty())
                .isEmpty();
    }

    private static boolean sameDigest(Optional<Digest> stated, Optional<Digest> found) {
        return stated.isPresent() && stated.equals(found);
    }

    private void block(RecordStart start, BlockSink block) throws IOException {
        HoldBack held = new HoldBack(block);
        long length = start.length();
        if (!in.gzip() && !endsWell(length)) {
            long place = in.position();
            lines.toRecord(OutputStream.nullOutputStream());
            boolean another = followed || in.fill(1) > 0;
            boolean cut = length < 0 || length > in.fileEnd() - place;
            in.begin(place);
            suspect = !another && cut;
            length = another || cut ? -1 : length;
        }
        if (length < 0) {
            lines.toRecord(held);
            long missing = suspect ? block.missing() : -1;
            if (missing >= 0 && missing <= held.length()) {
                held.release((int) missing);
            } else {
                held.releaseWithoutLineEnds();
            }
            tellLength(start.length(), block.length());
            return;
        }
        boolean headsOnly = depth == Depth.HEADS && !start.type().equals("request");
        long left = copy(length, held, () -> headsOnly && block.saidAll());
        if (left == LEAPT) {
            return;
        }
        if (left > 0) {
            held.releaseWithoutLineEnds();
            tellLength(length, block.length());
            return;
        }
        int lineEnds = in.gzip() ? HoldBack.lineEndsIn(held.last(), lineEndsAhead()) : 0;
        boolean goesOn = in.fill(1) > 0 && in.peek(0) != '\r' && in.peek(0) != '\n' && !lines.atRecord();
        if (in.gzip() && goesOn) {
            lines.toRecord(held);
            held.releaseWithoutLineEnds();
            tellLength(length, block.length());
            return;
        }
        held.release(held.length() - lineEnds);
        if (lineEnds > 0) {
            tellLength(length, block.length());
        }
        lineEnds();
    }

    /** The line ends that follow, at most four bytes of them. */
    private byte[] lineEndsAhead() throws IOException {
        byte[] ahead = in.bufferStart(Math.min(4, in.fill(4)));
        int count = 0;
        while (count < ahead.length && (ahead[count] == '\r' || ahead[count] == '\n')) {
            count++;
        }
        return Arrays.copyOf(ahead, count);
    }

    /**
     * Copies so many bytes, into the next gzip members too where no record begins there.
     *
     * @param enough whether nothing more of the bytes is wanted
     * @return how many are missing, or {@link #LEAPT}
     */
    private long copy(long length, OutputStream out, BooleanSupplier enough) throws IOException {
        long left = length;
        while (left > 0) {
            int have = in.fill(1);
            if (have == 0) {
                long end = in.memberEnd();
                if (!in.gzip() || !in.next()) {
                    return left;
                }
                if (lines.atRecord()) {
                    crossed = true;
                    endBeforeCrossing = end;
                    return left;
                }
                spanned = true;
                continue;
            }
            int some = (int) Math.min(left, have);
            out.write(in.buffer(), in.at(), some);
            in.consume(some);
            places.accept(in.packedPosition());
            left -= some;
            if (left > 0 && enough.getAsBoolean() && in.leap(left + LINE_ENDS)) {
                return LEAPT;
            }
        }
        return left;
    }

    /** True where a plain file goes on behind so many bytes as it should: line ends, another record, or the end. */
    private boolean endsWell(long length) throws IOException {
        if (length < 0 || length > in.fileEnd() - in.position()) {
            return false;
        }
        long end = in.position() + length;
        String text = new String(in.bytesAt(end, 9), StandardCharsets.ISO_8859_1);
        if (text.startsWith("\r\n\r\n") || text.startsWith("\n\n") || (text.startsWith("\n") && lines.expectsArc())) {
            return true;
        }
        if (lines.expectsArc() && lines.isArc(in.bytesAt(end, Lines.LONGEST_ARC_LINE))) {
            return true; // some writers left out the line feed behind a record
        }
        String between = text.substring(0, text.length() - text.stripLeading().length());
        boolean recordOrEnd = text.length() == between.length() || text.startsWith("WARC/", between.length());
        byte[] last = in.bytesAt(Math.max(end - 4, in.position()), (int) Math.min(4, length));
        return recordOrEnd && HoldBack.lineEndsIn(last, between.getBytes(StandardCharsets.ISO_8859_1)) == 0;
    }

    private void lineEnds() throws IOException {
        for (int ends = 0; ends < 2; ends++) {
            int have = in.fill(2);
            if (have >= 2 && in.peek(0) == '\r' && in.peek(1) == '\n') {
                in.consume(2);
            } else if (have >= 1 && in.peek(0) == '\n') {
                in.consume(1);
            }
        }
    }

    private void tellLength(long stated, long found) {
        told.put(
                "content-length-wrong",
                "expected a block of " + (stated < 0 ? "a stated number of" : Long.toString(stated)) + " bytes, found "
                        + found + " up to the next record or the end");
    }

    private ScannedRecord record(RecordStart start, BlockSink block, Optional<Digest> blockDigest) {
        List<HttpHead.Header> fields = start.fields();
        String type = start.type();
        if (start.arc().isPresent()) {
            ArcLine line = start.arc().get();
            boolean http = block.head().isPresent();
            type = line.isFileHeader() ? "warcinfo" : http ? "response" : "resource";
            fields = line.fields(type, http);
        }
        Optional<String> target = RecordStart.first(fields, "WARC-Target-URI").map(WarcText::withoutBrackets);
        Optional<String> date = RecordStart.first(fields, "WARC-Date");
        boolean hasPayload = !List.of("warcinfo", "metadata", "revisit").contains(type);
        ScannedRecord record = new ScannedRecord(
                start.version(),
                type,
                RecordStart.first(fields, "WARC-Record-ID")
                        .map(WarcText::withoutBrackets)
                        .filter(id -> !id.isEmpty())
                        .orElseGet(() -> madeId(target.orElse(""), date.orElse(""), blockDigest.orElseThrow())),
                target,
                date.flatMap(WarcText::date),
                new RecordLocation(file, 0, 0),
                false,
                fields,
                block.head(),
                hasPayload ? block.payload().sha1() : Optional.empty(),
                hasPayload ? block.payload().sha256() : Optional.empty(),
                hasPayload ? block.payload().length() : 0,
                block.fields());
        if (depth == Depth.CHECK) {
            tellPayload(record, block);
        }
        return record;
    }

    private void tellPayload(ScannedRecord record, BlockSink block) {
        if (block.chunksLied() && !record.type().equals("revisit")) { // its body lies elsewhere
            forgiven.accept(
                    "chunks-lie", "expected the chunks that the head announces, found other bytes; they are kept");
        }
        Optional<Digest> stated = record.statedPayloadDigest();
        if (stated.isEmpty()
                || record.payloadSha1().isEmpty()
                || record.truncated().isPresent()) {
            return;
        }
        boolean agrees = stated.equals(record.payloadSha1())
                || stated.equals(record.payloadSha256())
                || stated.equals(block.rawBodySha1());
        if (!agrees) {
            forgiven.accept(
                    "payload-digest-differs",
                    "expected payload digest " + stated.get() + ", found "
                            + record.payloadSha1().get());
        }
    }

    /** The id of a record that has none: made from what it says, so that it is the same at every reading. */
    private static String madeId(String target, String date, Digest block) {
        byte[] name = (target + "\n" + date + "\n" + block).getBytes(StandardCharsets.UTF_8);
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name).toString().toLowerCase(Locale.ROOT);
    }
}

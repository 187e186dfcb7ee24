package org.pressmark.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.RecordLocation;

/** Reads captures back, following a revisit to its original. */
final class ResponseReader {
    /** An original is never a revisit of ours; other writers' chains end here. */
    private static final int LONGEST_CHAIN = 8;

    private final StoredRecord stored;
    private final Supplier<Spool> spools;

    ResponseReader(StoredRecord stored, Supplier<Spool> spools) {
        this.stored = stored;
        this.spools = spools;
    }

    /** A record with its payload. */
    private record Loaded(ScannedRecord record, Body body) {}

    ArchivedResponse read(Capture capture, Function<Capture.Original, Optional<Capture>> originals) throws IOException {
        Loaded own = load(capture);
        Optional<HttpHead> sent = headAsSent(capture, own.record());
        if (!capture.revisit()) {
            return response(capture, own.record().http(), sent, own.body());
        }
        Capture holder = capture;
        for (int steps = 0; holder.revisit(); steps++) {
            Capture.Original original = holder.refersTo().orElseThrow();
            Capture revisit = holder;
            holder = originals
                    .apply(original)
                    .filter(found -> !found.recordId().equals(revisit.recordId()))
                    .orElseThrow(() -> new MissingOriginalException(revisit, original));
            if (steps == LONGEST_CHAIN) {
                throw new MissingOriginalException(revisit, original);
            }
        }
        Loaded original = load(holder);
        requireSamePayload(capture, own.record(), holder, original.body());
        boolean ownHead = capture.kind() == Capture.Kind.REVISIT_IDENTICAL
                && own.record().http().isPresent();
        return ownHead
                ? response(capture, own.record().http(), sent, original.body())
                : response(capture, original.record().http(), sent.or(own.record()::http), original.body());
    }

    /** Stored heads of other writers may still speak of chunks, which the body is rid of. */
    private static ArchivedResponse response(
            Capture capture, Optional<HttpHead> stored, Optional<HttpHead> sent, Body body) {
        Optional<HttpHead> head = stored.map(found -> StoredHead.of(found, body.length()));
        Optional<HttpHead> asSent = sent.or(() -> head.equals(stored) ? Optional.empty() : stored);
        return new ArchivedResponse(capture, head, asSent, body);
    }

    private Loaded load(Capture capture) throws IOException {
        Spool spool = spools.get();
        boolean kept = false;
        try {
            ScannedRecord record = stored.read(capture.location(), spool);
            RecordLocation place = capture.location();
            if (!record.recordId().equals(capture.recordId())) {
                throw new DamagedRecordException(
                        place.file(), place.offset(), "record " + capture.recordId(), "record " + record.recordId());
            }
            if (record.payloadSha256().isEmpty()) {
                return new Loaded(record, nothing());
            }
            Digest sha1 = record.payloadSha1().orElseThrow();
            Digest sha256 = record.payloadSha256().get();
            Digest found = capture.payload().algorithm() == Digest.Algorithm.SHA1 ? sha1 : sha256;
            if (!found.equals(capture.payload())) {
                throw new DamagedRecordException(
                        place.file(), place.offset(), "payload " + capture.payload(), "payload " + found);
            }
            kept = !spool.inMemory();
            Body body = spool.inMemory()
                    ? new Body.InMemory(spool.bytes(), sha1, sha256)
                    : new Body.Spooled(spool.keepFile(), spool.length(), sha1, sha256);
            return new Loaded(record, body);
        } finally {
            if (!kept) {
                spool.close();
            }
        }
    }

    private static void requireSamePayload(Capture revisit, ScannedRecord record, Capture holder, Body body)
            throws DamagedRecordException {
        Optional<Digest> stated = record.statedPayloadDigest();
        boolean identical = revisit.kind() == Capture.Kind.REVISIT_IDENTICAL;
        if (identical
                && stated.isPresent()
                && !stated.get().equals(body.sha1())
                && !stated.get().equals(body.sha256())) {
            throw new DamagedRecordException(
                    holder.location().file(),
                    holder.location().offset(),
                    "payload " + stated.get() + ", which " + revisit.recordId() + " repeats",
                    "payload " + body.sha1());
        }
    }

    /** Our metadata record, which stands next behind the main record, has the head as sent where it was changed. */
    private Optional<HttpHead> headAsSent(Capture capture, ScannedRecord main) throws IOException {
        RecordLocation place = capture.location();
        return stored.next(place.file(), place.offset() + place.length())
                .filter(next ->
                        next.type().equals("metadata") && next.concurrentTo().contains(main.recordId()))
                .flatMap(MetadataFields::headAsSent);
    }

    private static Body nothing() {
        byte[] none = new byte[0];
        return new Body.InMemory(
                none, Digests.of(Digest.Algorithm.SHA1, none), Digests.of(Digest.Algorithm.SHA256, none));
    }
}

package org.pressmark.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/**
 * Makes the records of a capture that another archive kept and gave us: a response under the original's address and date, and
 * a metadata record that says whose witness it is. There is no request record: the one that was answered is that archive's,
 * and ours asked another address; it stands in the metadata record, with the head of what that archive sent.
 */
final class MementoRenderer {
    /** Names of the fields, beside those of every metadata record. */
    static final String MEMENTO = "memento";

    private final Deflate deflate;

    MementoRenderer(Deflate deflate) {
        this.deflate = deflate;
    }

    /**
     * @param kept the capture as the other archive keeps it: the original's address, date, head and body
     * @param fetched the exchange with that archive, by which we have it
     */
    Rendered render(
            Segment segment,
            Spool out,
            CaptureRenderer.Ids ids,
            Exchange kept,
            Exchange fetched,
            CaptureContext context)
            throws IOException {
        HttpHead stored = StoredHead.of(kept.responseHead(), kept.body().length());
        boolean packed = MediaTypes.isPacked(
                Optional.of(stored),
                MediaTypes.base(stored.first("Content-Type").orElse("")));
        String url = WarcText.uri(kept.url());
        List<RecordHashes> hashes = new ArrayList<>();
        ScannedRecord main = WarcWriter.draft("response", ids.main(), kept.startedAt(), segment)
                .add("WARC-Target-URI", url)
                .add("WARC-Payload-Digest", kept.body().sha1().base32())
                .add("WARC-Truncated", kept.truncated().map(reason -> reason.word()))
                .httpBlock(stored, "response", Optional.of(kept.body()))
                .write(out, deflate, hashes::add, deflate.levelFor(kept.body(), packed));
        long mainLength = out.length();
        MetadataFields fields = CaptureMetadata.of(ids.main(), kept, context, Capture.Kind.RESPONSE, stored);
        fields.add(MEMENTO, fetched.url())
                .add("memento-fetched", fetched.startedAt().toString())
                .add("memento-ip-address", fetched.ipAddress())
                .add(
                        "memento-request-head",
                        WarcText.escaped(fetched.requestHead().raw()))
                .add(
                        "memento-response-head",
                        WarcText.escaped(fetched.responseHead().raw()));
        ScannedRecord metadata = Draft.beside("metadata", ids.metadata(), ids.main(), kept.startedAt())
                .add("WARC-Target-URI", url)
                .fieldsBlock(fields.fields())
                .write(out, deflate, hashes::add);
        return new Rendered(segment, out, 0, mainLength, main, Optional.of(metadata), hashes, Optional.empty());
    }
}

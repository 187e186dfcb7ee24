package org.pressmark.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a metadata record that stands alone, such as a person's note. */
final class NoteRenderer {
    private final Deflate deflate;

    NoteRenderer(Deflate deflate) {
        this.deflate = deflate;
    }

    Rendered render(
            Segment segment,
            Spool out,
            String id,
            Instant now,
            String targetUri,
            Optional<String> refersTo,
            Map<String, String> facts)
            throws IOException {
        MetadataFields fields = new MetadataFields();
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> fields.add(fact.getKey(), fact.getValue()));
        List<RecordHashes> hashes = new ArrayList<>();
        ScannedRecord record = WarcWriter.draft("metadata", id, now, segment)
                .add("WARC-Refers-To", refersTo.map(text -> "<" + text + ">"))
                .add("WARC-Target-URI", WarcText.uri(targetUri))
                .fieldsBlock(fields.fields())
                .write(out, deflate, hashes::add);
        return new Rendered(segment, out, 0, out.length(), record, Optional.empty(), hashes, Optional.empty());
    }
}

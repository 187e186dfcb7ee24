package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pressmark.archive.CaptureContext;
import org.pressmark.crawl.ListedMemento;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Exchange;
import org.pressmark.model.HttpHead;

/** Stores a capture that another archive gave as what it is: the original's address, date, head and body, that archive the witness. */
final class KeepMemento {
    private final Pipeline house;
    private final IndexCapture index;

    KeepMemento(Pipeline house) {
        this.house = house;
        this.index = new IndexCapture(house, house.store());
    }

    /**
     * What was kept.
     *
     * @param remark what is odd about it, empty text where nothing is
     */
    record Kept(Capture capture, String remark) {}

    /**
     * @param url whose capture it is
     * @param date when that archive captured it
     * @param fetched the exchange with that archive
     * @param list the address of the list that named it
     */
    Kept keep(ListedMemento listed, String url, Instant date, Exchange fetched, String list) throws IOException {
        Body body = fetched.body();
        HttpHead head = RestoredHead.of(fetched.responseHead(), encoded(fetched));
        Exchange kept = new Exchange(
                url,
                date,
                fetched.elapsed(),
                fetched.requestHead(),
                head,
                body,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                fetched.truncated());
        Map<String, String> facts = new TreeMap<>();
        facts.put("memento-list", list);
        listed.digest().ifPresent(digest -> facts.put("memento-digest-stated", digest));
        Optional<Boolean> same = listed.digest().flatMap(stated -> agrees(stated, fetched, head));
        same.ifPresent(yes -> facts.put("memento-digest", yes ? "agrees" : "differs"));
        try {
            Capture capture = house.warcs().appendMemento(kept, fetched, context(kept, facts));
            house.wrote(capture);
            index.index(capture);
            return new Kept(capture, remark(listed, capture, same));
        } finally {
            Documents.discard(body);
        }
    }

    private static String remark(ListedMemento listed, Capture capture, Optional<Boolean> same) {
        if (same.isPresent() && !same.get()) {
            return "the payload is not the one that the list states the digest of: "
                    + listed.digest().orElse("");
        }
        if (listed.status() > 0 && listed.status() != capture.status()) {
            return "the list says status " + listed.status() + ", what came is " + capture.status();
        }
        return capture.truncated().isPresent() ? "incomplete" : "";
    }

    private CaptureContext context(Exchange kept, Map<String, String> facts) {
        boolean redirect = kept.responseHead().status() / 100 == 3
                && kept.responseHead().first("Location").isPresent();
        PageScan.Seen seen = Guarded.call(kept.url(), () -> PageScan.of(Answer.of(kept)), house.notices())
                .orElse(PageScan.Seen.NOTHING);
        CaptureContext plain = new CaptureContext(
                redirect ? Capture.Role.REDIRECT : Capture.Role.PAGE,
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                seen.outlinks(),
                facts);
        Optional<Wall> wall = redirect
                ? Optional.empty()
                : Guarded.call(kept.url(), () -> Wall.of(Answer.of(kept), plain), house.notices())
                        .flatMap(said -> said);
        if (wall.isEmpty()) {
            return plain;
        }
        facts.put("wall", wall.get().words());
        return new CaptureContext(
                Capture.Role.WALL, Optional.empty(), Optional.empty(), "", Optional.empty(), seen.outlinks(), facts);
    }

    /** Whether the body still has around it the coding of which the original's head speaks. */
    private static boolean encoded(Exchange fetched) throws IOException {
        if (fetched.responseHead().first("Content-Encoding").isPresent()) {
            return true;
        }
        String coding = fetched.responseHead()
                .first("X-Archive-Orig-Content-Encoding")
                .orElse("")
                .toLowerCase(Locale.ROOT);
        if (!coding.contains("gzip")) {
            return false;
        }
        try (InputStream in = fetched.body().open()) {
            return in.read() == 0x1f && in.read() == 0x8b;
        }
    }

    /**
     * Whether the payload is that of which a list states the digest. Indexes differ in whether they take it before or after the
     * content-encoding is undone; either will do. Empty where the text is no digest.
     */
    private static Optional<Boolean> agrees(String stated, Exchange fetched, HttpHead head) {
        Digest digest;
        try {
            digest = Digest.parse(stated.contains(":") ? stated : "sha1:" + stated);
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
        if (digest.equals(fetched.body().sha1()) || digest.equals(fetched.body().sha256())) {
            return Optional.of(true);
        }
        Optional<String> coding =
                head.first("Content-Encoding").or(() -> fetched.responseHead().first("Content-Encoding"));
        if (coding.isEmpty()) {
            return Optional.of(false);
        }
        try (InputStream in = fetched.body().open()) {
            byte[] plain = ContentCoding.decode(in, coding, Documents.LIMIT).bytes();
            byte[] own =
                    MessageDigest.getInstance(digest.algorithm().javaName()).digest(plain);
            return Optional.of(Digest.of(digest.algorithm(), own).equals(digest));
        } catch (IOException | NoSuchAlgorithmException cannotBeRead) {
            return Optional.of(false);
        }
    }
}

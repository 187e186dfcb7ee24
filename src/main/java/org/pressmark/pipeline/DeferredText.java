package org.pressmark.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.pressmark.extract.Extractor;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.reuse.Wording;

/**
 * Whether a page says something else than when it was captured before, where articles are read later. Bytes alone do not tell:
 * many pages have a token or a time in them that is new each time. So of a known page whose bytes have changed, and of no other,
 * both texts are read; nothing of it is kept.
 */
final class DeferredText {
    private final Pipeline house;
    private final CapturePage captures;

    DeferredText(Pipeline house, CapturePage captures) {
        this.house = house;
        this.captures = captures;
    }

    /** True where the text is another than in the capture before this one; without such, or where none can be read, the bytes decide. */
    boolean edited(Capture now) {
        Optional<Capture> before = before(now);
        if (before.isEmpty() || before.get().payload().equals(now.payload())) {
            return false;
        }
        Optional<Digest> old = text(before.get());
        return old.isEmpty() || !old.equals(text(now));
    }

    private Optional<Capture> before(Capture now) {
        return house.store()
                .read(tx -> tx.captures()
                        .latest(now.key(), 200)
                        .filter(latest -> !latest.recordId().equals(now.recordId()))
                        .or(() -> tx.captures()
                                .before(now.key(), now.date().minus(Duration.ofNanos(1)))
                                .filter(earlier -> earlier.status() == 200 || earlier.revisit())));
    }

    private Optional<Digest> text(Capture capture) {
        return Guarded.call(capture.url(), () -> read(capture), house.notices()).flatMap(found -> found);
    }

    private Optional<Digest> read(Capture capture) throws IOException {
        ArchivedResponse response = captures.stored(capture);
        Article article = ReadableText.of(Documents.payload(response).bytes(), response.contentType(), capture.url())
                .article(new Extractor());
        return Wording.present(article) ? Optional.of(Wording.digest(article)) : Optional.empty();
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.pressmark.markup.ContentCoding;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.replay.ArchivedBytes;

/** Small parts of a served page that are put into the page itself: the same captures that a browser would be given. */
final class TakenIn {
    /** Bytes; longer parts are none of these. */
    private static final long LONGEST = 1 << 20;

    private static final int MOST_REDIRECTS = 5;

    private final Pipeline house;
    private final Instant page;

    /**
     * Parts of a page.
     *
     * @param page when the page was captured
     */
    TakenIn(Pipeline house, Instant page) {
        this.house = house;
        this.page = page.truncatedTo(ChronoUnit.SECONDS);
    }

    /** What is stored of an address; nothing where that is damaged, which is told. */
    Optional<ArchivedBytes> part(String url) {
        return found(url)
                .flatMap(part -> Guarded.call(url, () -> bytes(part), house.notices()))
                .filter(bytes -> bytes.bytes().length <= LONGEST);
    }

    private Optional<Capture> found(String url) {
        FindMemento find = new FindMemento(house);
        Optional<Capture> found = find.part(url, page).map(FindMemento.Found::capture);
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            Optional<String> next = found.flatMap(Capture::redirect);
            if (next.isEmpty()) {
                return found.filter(FindMemento::showsSomething);
            }
            found = find.part(next.get(), page).map(FindMemento.Found::capture);
        }
        return Optional.empty();
    }

    private ArchivedBytes bytes(Capture part) throws IOException {
        ArchivedResponse stored = house.warcs().read(part, new Originals(house, part)::find);
        try (InputStream in = stored.body().open()) {
            byte[] bytes = ContentCoding.decode(in, ServeReplay.coding(stored), LONGEST + 1)
                    .bytes();
            return new ArchivedBytes(stored.contentType(), bytes);
        } finally {
            Documents.discard(stored.body());
        }
    }
}

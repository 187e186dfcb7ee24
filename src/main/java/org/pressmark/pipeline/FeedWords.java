package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.markup.SourceText;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.provenance.FeedClaims;
import org.pressmark.store.Tx;

/** What a stored feed says of the pages that it names: read from the WARC file, entered into the index, taken out of it. */
final class FeedWords {
    private FeedWords() {}

    /** Reads what a capture says, where it is a feed; nothing else is read. */
    static List<FeedClaims.Item> read(Pipeline house, Capture capture) {
        return Documents.perhapsFeed(capture)
                ? Guarded.call(capture.url(), () -> items(house, capture), house.notices())
                        .orElse(List.of())
                : List.of();
    }

    private static List<FeedClaims.Item> items(Pipeline house, Capture capture) throws IOException {
        ArchivedResponse response = house.warcs().read(capture, original -> Optional.empty());
        byte[] payload = Documents.payload(response).bytes();
        return FeedClaims.read(SourceText.decode(payload, response.contentType()), capture.url(), capture.recordId());
    }

    /** All that is said, in the order of the feed. */
    static List<Claim> claims(List<FeedClaims.Item> items) {
        return items.stream().flatMap(item -> item.claims().stream()).toList();
    }

    /** Enters it; gives the texts of which something else is concluded now. */
    static Set<String> enter(Tx tx, Capture feed, List<FeedClaims.Item> items) {
        List<String> pages = new ArrayList<>();
        for (FeedClaims.Item item : items) {
            if (tx.claims().keepFeedItem(feed, item.claims())) {
                pages.add(item.url());
            }
        }
        return TraceProvenance.claimed(tx, pages);
    }

    /** Takes what captures said out of the index; gives the texts of which something else is concluded now. */
    static Set<String> remove(Tx tx, List<String> recordIds) {
        return recordIds.isEmpty()
                ? Set.of()
                : TraceProvenance.claimed(tx, tx.claims().removeFeeds(recordIds));
    }
}

package org.pressmark.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Edit;
import org.pressmark.model.Severity;
import org.pressmark.report.AtomFeed;

/** Feeds of edits, for feed readers. */
final class Feeds {
    private static final int MOST = 50;

    private final Hall hall;

    Feeds(Hall hall) {
        this.hall = hall;
    }

    /** {@code /feed/edits?severity=&source=}: edits of all pages, of any severity unless one is named. */
    Answer edits(Asked asked) {
        String wanted = asked.parameter("severity").orElse(Severity.NOTICE.word());
        Optional<Severity> least = Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(wanted))
                .findFirst();
        if (least.isEmpty()) {
            return Trouble.missing("a severity: notice, low, medium, high or critical");
        }
        Optional<String> source = asked.parameter("source");
        String title = "Edits" + source.map(name -> " of " + name).orElse("")
                + (least.get().compareTo(Severity.NOTICE) > 0 ? ", " + wanted + " or graver" : "");
        return feed(asked, title, "/", hall.edits(source, least.get(), MOST));
    }

    /** {@code /feed/page/<url>}: edits of one page. */
    Answer page(Asked asked) throws IOException {
        String url = Memento.address(asked.rest("/feed/page/".length()));
        Optional<Hall.StoredPage> page = hall.page(url);
        if (page.isEmpty() || page.get().captures().isEmpty()) {
            return Trouble.notArchived(url);
        }
        List<Edit> edits = page.get().versions().size() < 2
                ? List.of()
                : hall.history(url).steps().stream()
                        .map(step -> new Edit(url, step))
                        .sorted((a, b) -> b.step()
                                .to()
                                .firstSeen()
                                .compareTo(a.step().to().firstSeen()))
                        .limit(MOST)
                        .toList();
        return feed(asked, "Edits of " + url, Hrefs.page(url), edits);
    }

    private static Answer feed(Asked asked, String title, String page, List<Edit> edits) {
        String self = asked.origin() + asked.path() + (asked.query().isEmpty() ? "" : "?" + asked.query());
        String feed = AtomFeed.write(
                self,
                title,
                self,
                asked.origin() + page,
                edits,
                edit -> asked.origin() + Hrefs.compare(edit.step().from().firstCapture(), edit.id()),
                Instant.EPOCH);
        return Answer.text(200, "application/atom+xml; charset=utf-8", feed);
    }
}

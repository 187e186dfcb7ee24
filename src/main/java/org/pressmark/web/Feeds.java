package org.pressmark.web;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.model.Edit;
import org.pressmark.model.Severity;
import org.pressmark.report.AtomFeed;

/** Feeds of edits, for feed readers. */
final class Feeds {
    private static final int MOST = 50;
    /** A page that changes so often between two looks is better read on its own page. */
    private static final int MOST_OF_PAGE = 20;

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
        if (hall.count(url) == 0) {
            return Trouble.notArchived(url);
        }
        List<Edit> edits = hall.history(url, OptionalInt.empty(), MOST_OF_PAGE).stream()
                .flatMap(part -> part.history().steps().stream())
                .map(step -> new Edit(url, step))
                .sorted(Comparator.comparing((Edit edit) -> edit.step().to().firstSeen())
                        .reversed())
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

package org.pressmark.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.pipeline.Coherence;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.report.FramePage;
import org.pressmark.report.WebPages;

/** {@code /view/<timestamp>/<url>}: a stored page in a frame, under a banner that says what it is. */
final class Frame {
    private final Hall hall;
    private final Hosts hosts;

    Frame(Hall hall, Hosts hosts) {
        this.hall = hall;
        this.hosts = hosts;
    }

    Answer view(Asked asked) throws IOException {
        String rest = asked.rest("/view/".length());
        Optional<Memento> parsed = Memento.parse(rest);
        if (parsed.isEmpty()) {
            return Trouble.unreadable(rest);
        }
        Memento memento = parsed.get();
        Optional<FindMemento.Found> found = hall.find(memento.url(), memento.asked());
        if (found.isEmpty()) {
            return Trouble.notArchived(memento.url());
        }
        if (found.get().circle()) {
            return Trouble.circle(found.get().capture());
        }
        Capture shown = found.get().capture();
        Optional<Instant> time = memento.exact() ? memento.asked() : Optional.empty();
        String archived = hosts.replayOrigin(asked.host());
        FramePage page = FramePage.of(
                shown,
                time,
                rank(shown),
                parts(hall.coherence(shown)),
                archived + Hrefs.memento(shown, "fr_"),
                !archived.isEmpty(),
                links(shown));
        return Answer.framing(WebPages.frame(page), archived);
    }

    private FramePage.Rank rank(Capture shown) {
        return new FramePage.Rank(hall.rank(shown), hall.count(shown.url()));
    }

    private static FramePage.Parts parts(Coherence found) {
        return new FramePage.Parts(
                found.needed(), found.missingCount(), found.missing(), found.before(), found.after());
    }

    private List<FramePage.Link> links(Capture shown) {
        FindMemento.Neighbours around = hall.around(shown);
        List<FramePage.Link> links = new ArrayList<>();
        around.prev().ifPresent(prev -> links.add(new FramePage.Link("Earlier", Hrefs.view(prev), "prev")));
        around.next().ifPresent(next -> links.add(new FramePage.Link("Later", Hrefs.view(next), "next")));
        links.add(new FramePage.Link("All captures", Hrefs.page(shown.url())));
        if (around.prev().isPresent() || around.next().isPresent()) {
            links.add(new FramePage.Link("Versions", Hrefs.versions(shown.url())));
        }
        around.prev()
                .filter(prev -> readable(prev) && readable(shown))
                .ifPresent(prev -> links.add(new FramePage.Link(
                        "Compare with the one before", Hrefs.compare(prev.recordId(), shown.recordId()))));
        if (readable(shown)) {
            links.add(new FramePage.Link("Text and kinds", Hrefs.extraction(shown)));
        }
        links.add(new FramePage.Link("Without this banner", Hrefs.memento(shown, "mp_")));
        links.add(new FramePage.Link("As WACZ", Hrefs.wacz(shown)));
        links.add(new FramePage.Link("As stored", Hrefs.memento(shown, "id_")));
        return links;
    }

    private static boolean readable(Capture capture) {
        return capture.role() == Capture.Role.PAGE && capture.status() < 300;
    }
}

package org.pressmark.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.report.ExtractionPage;
import org.pressmark.report.FramePage;
import org.pressmark.report.WebPages;

/** What was read from a stored page: its text by kinds of block, and a copy of the page with the blocks outlined. */
final class Extraction {
    private final Hall hall;

    Extraction(Hall hall) {
        this.hall = hall;
    }

    /** Makes an answer of the capture that was asked for. */
    private interface Shape {
        Answer of(Capture capture) throws IOException;
    }

    /** {@code /extract/<timestamp>/<url>}: the text, block by block. */
    Answer text(Asked asked) throws IOException {
        return chosen(asked, "/extract/", capture -> {
            ExtractionPage.Links links =
                    new ExtractionPage.Links(Hrefs.view(capture), Hrefs.outlined(capture), Hrefs.page(capture.url()));
            return Answer.page(200, WebPages.extraction(ExtractionPage.of(hall.explain(capture), capture, links)));
        });
    }

    /** {@code /outline/<timestamp>/<url>}: the page in its frame, its blocks outlined. */
    Answer outlined(Asked asked) throws IOException {
        return chosen(asked, "/outline/", capture -> {
            FramePage frame = FramePage.of(
                            capture,
                            Optional.empty(),
                            new FramePage.Rank(0, 0),
                            new FramePage.Parts(0, 0, List.of(), Optional.empty(), Optional.empty()),
                            Hrefs.memento(capture, "mp_"),
                            false,
                            List.of(
                                    new FramePage.Link("Text and kinds", Hrefs.extraction(capture)),
                                    new FramePage.Link("All captures", Hrefs.page(capture.url())),
                                    new FramePage.Link("The page itself", Hrefs.view(capture))))
                    .outlined(Hrefs.marked(capture));
            return Answer.page(200, WebPages.frame(frame));
        });
    }

    /** {@code /marked/<timestamp>/<url>}: the copy alone. It is no memento and does not say that it is one. */
    Answer marked(Asked asked) throws IOException {
        return chosen(asked, "/marked/", capture -> {
            Hall.Replayed copy = hall.marked(capture, asked.origin());
            return new Answer(copy.status(), copy.headers(), copy.length(), copy.body());
        });
    }

    private Answer chosen(Asked asked, String route, Shape shape) throws IOException {
        String rest = asked.rest(route.length());
        Optional<Memento> memento = Memento.parse(rest);
        if (memento.isEmpty()) {
            return Trouble.unreadable(rest);
        }
        Optional<Capture> capture =
                hall.choose(memento.get().url(), memento.get().asked());
        return capture.isEmpty() ? Trouble.notArchived(memento.get().url()) : shape.of(capture.get());
    }
}

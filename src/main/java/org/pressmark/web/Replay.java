package org.pressmark.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pressmark.model.Capture;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.report.FramePage;
import org.pressmark.report.WebPages;

/** Stored pages given back: the memento itself, its TimeGate and TimeMap, and the frame with the banner. */
final class Replay {
    /** Modifiers of documents; what else a page asks for is answered with the nearest at once. */
    private static final Set<String> DOCUMENTS = Set.of("", "mp_", "id_");

    private final Hall hall;

    Replay(Hall hall) {
        this.hall = hall;
    }

    /** {@code /web/<timestamp><modifier>/<url>} or, without a timestamp, the TimeGate. */
    Answer web(Asked asked) throws IOException {
        String rest = asked.rest("/web/".length());
        Optional<Memento> parsed = Memento.parse(rest);
        if (parsed.isEmpty()) {
            return Trouble.unreadable(rest);
        }
        Memento memento = parsed.get();
        return memento.asked().isPresent() ? memento(asked, memento) : timeGate(asked, memento.url());
    }

    /** {@code /web/timemap/link/<url>}. */
    Answer timeMap(Asked asked) {
        String url = Memento.address(asked.rest("/web/timemap/link/".length()));
        List<Capture> all = hall.captures(url);
        if (all.isEmpty()) {
            return Trouble.notArchived(url).with("Link", links(asked, url).original());
        }
        return Answer.text(
                200, "application/link-format; charset=utf-8", links(asked, url).timeMap(all));
    }

    /** {@code /view/<timestamp>/<url>}: the page in its frame. */
    Answer view(Asked asked) {
        String rest = asked.rest("/view/".length());
        Optional<Memento> parsed = Memento.parse(rest);
        if (parsed.isEmpty()) {
            return Trouble.unreadable(rest);
        }
        Memento memento = parsed.get();
        Optional<Capture> chosen = hall.choose(memento.url(), memento.asked());
        if (chosen.isEmpty()) {
            return Trouble.notArchived(memento.url());
        }
        Capture shown = chosen.get();
        List<Capture> all = hall.captures(memento.url());
        int at = all.indexOf(shown);
        FramePage page = FramePage.of(
                shown,
                memento.exact() ? memento.asked() : Optional.empty(),
                Hrefs.memento(shown, "mp_"),
                Hrefs.page(shown.url()),
                Hrefs.extraction(shown),
                at > 0 ? Optional.of(Hrefs.view(all.get(at - 1))) : Optional.empty(),
                at >= 0 && at < all.size() - 1 ? Optional.of(Hrefs.view(all.get(at + 1))) : Optional.empty());
        return Answer.page(200, WebPages.frame(page));
    }

    private Answer memento(Asked asked, Memento memento) throws IOException {
        Optional<Capture> chosen = hall.choose(memento.url(), memento.asked());
        if (chosen.isEmpty()) {
            return Trouble.notArchived(memento.url())
                    .with("Link", links(asked, memento.url()).original());
        }
        Capture capture = chosen.get();
        boolean document = DOCUMENTS.contains(memento.modifier());
        if (document && !memento.digits().equals(Memento.stamp(capture.date()))) {
            return Answer.found(asked.origin() + Hrefs.memento(capture, memento.modifier()));
        }
        Hall.Replayed replayed = hall.replay(capture, memento.modifier(), asked.origin());
        long drift = memento.asked()
                .map(time -> Duration.between(time, capture.date()).toSeconds())
                .orElse(0L);
        // What stands before and after a picture is asked for by nobody, and a page has many pictures.
        List<Capture> all = document ? hall.captures(memento.url()) : List.of(capture);
        return new Answer(replayed.status(), replayed.headers(), replayed.length(), replayed.body())
                .with(List.of(
                        new Header("Memento-Datetime", MementoLinks.date(capture.date())),
                        new Header("Link", links(asked, capture.url()).memento(capture, all)),
                        new Header("X-Archive-Match", drift == 0 ? "exact" : "nearest; drift=" + drift)));
    }

    private Answer timeGate(Asked asked, String url) {
        Optional<String> wanted = asked.header().apply("Accept-Datetime");
        Optional<Instant> time = wanted.flatMap(Replay::time);
        if (wanted.isPresent() && time.isEmpty()) {
            return Trouble.noDate(wanted.get());
        }
        List<Capture> all = hall.captures(url);
        Optional<Capture> chosen = hall.choose(url, time);
        if (chosen.isEmpty()) {
            return Trouble.notArchived(url)
                    .with("Vary", "accept-datetime")
                    .with("Link", links(asked, url).original());
        }
        return Answer.found(asked.origin() + Hrefs.memento(chosen.get(), "mp_"))
                .with("Vary", "accept-datetime")
                .with("Link", links(asked, url).timeGate(all));
    }

    private static MementoLinks links(Asked asked, String url) {
        return new MementoLinks(asked.origin(), url);
    }

    private static Optional<Instant> time(String words) {
        try {
            return Optional.of(ZonedDateTime.parse(words.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}

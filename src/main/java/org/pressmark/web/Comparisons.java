package org.pressmark.web;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.Capture;
import org.pressmark.report.ApparatusPage;
import org.pressmark.report.ComparisonPage;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.VersionsPage;
import org.pressmark.report.WebPages;

/** Pages that set captures against each other. */
final class Comparisons {
    private static final Pattern NUMBERED = Pattern.compile("([0-9]{1,8})/(.+)", Pattern.DOTALL);

    private final Hall hall;

    Comparisons(Hall hall) {
        this.hall = hall;
    }

    /** {@code /compare?a=…&b=…}: two captures side by side, each named by its record id, or with {@code url=} by its time. */
    Answer compare(Asked asked) throws IOException {
        Optional<String> a = asked.parameter("a");
        Optional<String> b = asked.parameter("b");
        if (a.isEmpty() || b.isEmpty()) {
            return Trouble.missing("one of the two captures (a=… and b=…)");
        }
        Optional<Capture> base = named(asked, a.get());
        Optional<Capture> other = named(asked, b.get());
        if (base.isEmpty() || other.isEmpty()) {
            return Trouble.noCapture(base.isEmpty() ? a.get() : b.get());
        }
        String here = Hrefs.compare(base.get().recordId(), other.get().recordId());
        ComparisonPage.Links links = new ComparisonPage.Links(
                Optional.of(Hrefs.view(base.get())),
                Optional.of(Hrefs.view(other.get())),
                Optional.of(part -> Hrefs.part(here, part)));
        return Answer.page(
                200,
                WebPages.comparison(ComparisonPage.of(
                        hall.compare(base.get(), other.get()), ComparisonView.STANDARD, links, part(asked))));
    }

    private Optional<Capture> named(Asked asked, String name) {
        Optional<String> url = asked.parameter("url").map(Memento::address);
        Optional<Instant> time = url.flatMap(of -> Memento.moment(name));
        return time.isPresent() ? hall.choose(url.orElseThrow(), time) : hall.capture(name);
    }

    /** {@code /apparatus?of=…&of=…&of=…}: captures set against the first of them. */
    Answer apparatus(Asked asked) throws IOException {
        List<String> ids = asked.parameters("of");
        if (ids.size() < 2) {
            return Trouble.missing("two captures or more (of=… for each)");
        }
        List<Capture> captures = new ArrayList<>();
        for (String id : ids) {
            Optional<Capture> capture = hall.capture(id);
            if (capture.isEmpty()) {
                return Trouble.noCapture(id);
            }
            captures.add(capture.get());
        }
        String here = Hrefs.apparatus(ids);
        ApparatusPage.Links links = new ApparatusPage.Links(
                witness -> witness.capture().map(Hrefs::view), Optional.of(part -> Hrefs.part(here, part)));
        return Answer.page(
                200,
                WebPages.apparatus(
                        ApparatusPage.of(hall.collate(captures), ComparisonView.STANDARD, links, part(asked))));
    }

    /** Which part of very many changes is wanted; what is no number is the first. */
    private static int part(Asked asked) {
        return asked.parameter("part")
                .filter(text -> text.matches("[0-9]{1,8}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    /** {@code /versions/<url>}: a page's texts in the order of time, the last of them; those up to one with its number before. */
    Answer versions(Asked asked) throws IOException {
        String rest = asked.rest("/versions/".length());
        Matcher numbered = NUMBERED.matcher(rest);
        boolean part = numbered.matches();
        String url = Memento.address(part ? numbered.group(2) : rest);
        if (hall.count(url) == 0) {
            return Trouble.notArchived(url);
        }
        OptionalInt until = part ? OptionalInt.of(Integer.parseInt(numbered.group(1))) : OptionalInt.empty();
        return hall.history(url, until, VersionsPage.PART)
                .map(texts -> Answer.page(
                        200, WebPages.versions(VersionsPage.of(texts, ComparisonView.STANDARD, new Leading(url)))))
                .orElseGet(() -> Trouble.noText(url));
    }

    /** Into the archive's own pages. */
    private record Leading(String url) implements VersionsPage.Links {
        @Override
        public Optional<String> until(int number) {
            return Optional.of(Hrefs.versions(url, number));
        }

        @Override
        public Optional<String> compare(String base, String other) {
            return Optional.of(Hrefs.compare(base, other));
        }

        @Override
        public Optional<String> all(List<String> captures) {
            return Optional.of(Hrefs.apparatus(captures));
        }

        @Override
        public Optional<String> view(Capture capture) {
            return Optional.of(Hrefs.view(capture));
        }
    }
}

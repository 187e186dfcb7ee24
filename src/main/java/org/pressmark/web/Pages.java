package org.pressmark.web;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Capture;
import org.pressmark.model.Edit;
import org.pressmark.model.Severity;
import org.pressmark.model.UrlKey;
import org.pressmark.report.CapturesPage;
import org.pressmark.report.EditRow;
import org.pressmark.report.EditsPage;
import org.pressmark.report.HomePage;
import org.pressmark.report.PageLine;
import org.pressmark.report.PageSpan;
import org.pressmark.report.SitePage;
import org.pressmark.report.WebPages;

/** The archive's own pages. */
final class Pages {
    private static final int PART = 100;
    private static final int MOST_EDITS = 100;
    /** So many of the last edits are looked at for the first page, which names the pages that they belong to. */
    private static final int LATELY = 12;
    /** Of so many of its last texts the page of an address says how grave their changes were; of large pages, of fewer. */
    private static final int WEIGHED = 150;

    private static final int LEAST_WEIGHED = 6;
    private static final long WEIGHED_BYTES = 40_000_000;
    /** Up to so many pages the list can be ordered by any column; a longer one stays in order of time. */
    private static final int SORTABLE = 2000;

    private final Hall hall;
    private final Keeper keeper;

    Pages(Hall hall, Keeper keeper) {
        this.hall = hall;
        this.keeper = keeper;
    }

    /** {@code /go?what=}: an address leads to its page, anything else to a search. */
    Answer go(Asked asked) {
        String what = asked.parameter("what").orElse("");
        boolean address =
                what.matches("(?i)[a-z][a-z0-9+.-]*://\\S+") || what.matches("[^\\s/]+\\.[^\\s/.]{2,}(/\\S*)?");
        boolean site = what.matches("[^\\s/]+\\.[^\\s/.]{2,}/?");
        if (site && hall.count(Memento.address(what)) == 0 && ofSite(what)) {
            return Answer.seeOther(Hrefs.site(host(what)));
        }
        return Answer.seeOther(address || what.isEmpty() ? Hrefs.page(what) : Hrefs.search(what));
    }

    /** {@code /site?of=&sort=}: what is stored of a host. */
    Answer site(Asked asked) {
        Optional<String> of = asked.parameter("of");
        if (of.isEmpty()) {
            return Trouble.missing("the site (of=…)");
        }
        String host = host(of.get());
        int from = asked.from();
        SitePage.Order order = SitePage.Order.of(asked.parameter("sort").orElse(""));
        List<PageLine> lines = hall.ofHost(Memento.address(of.get()), order, from, PART + 1);
        if (lines.isEmpty() && from == 0) {
            return Trouble.notArchived(host);
        }
        String more = Hrefs.site(host) + (order == SitePage.Order.ADDRESS ? "" : "&sort=" + order.word()) + "&from=";
        return Answer.page(
                200,
                WebPages.site(new SitePage(
                        host,
                        lines.stream().limit(PART).map(Pages::row).toList(),
                        Hrefs.search("") + "&site=" + host,
                        order,
                        order.headings(Hrefs.site(host)),
                        from > 0 ? Optional.of(more + Math.max(0, from - PART)) : Optional.empty(),
                        lines.size() > PART ? Optional.of(more + (from + PART)) : Optional.empty())));
    }

    private boolean ofSite(String address) {
        return !hall.ofHost(Memento.address(address), SitePage.Order.ADDRESS, 0, 1)
                .isEmpty();
    }

    private static String host(String address) {
        return WebAddress.parse(Memento.address(address)).map(WebAddress::host).orElse(address);
    }

    private static HomePage.Row row(PageLine line) {
        return HomePage.Row.of(line, Hrefs.page(line.url()), Hrefs.site(host(line.url())));
    }

    /** {@code /edits?severity=}: the last edits of all pages. */
    Answer edits(Asked asked) {
        String word = asked.parameter("severity")
                .filter(EditsPage.SEVERITIES::contains)
                .orElse("low");
        Severity least = Severity.valueOf(word.toUpperCase(Locale.ROOT));
        List<Edit> edits = hall.edits(Optional.empty(), least, MOST_EDITS);
        return Answer.page(200, WebPages.edits(new EditsPage(rows(edits), word, "/feed/edits?severity=" + word)));
    }

    private static List<EditRow> rows(List<Edit> edits) {
        return edits.stream()
                .map(edit -> EditRow.of(edit, Hrefs.compare(edit.step().from().firstCapture(), edit.id())))
                .toList();
    }

    /** {@code /?sort=…&from=…}: what is stored. */
    Answer home(Asked asked) {
        Hall.Size size = hall.size();
        String sort = asked.parameter("sort")
                .filter(List.of("site", "captures", "versions")::contains)
                .orElse("last");
        boolean sorted = !sort.equals("last") && size.pages() <= SORTABLE;
        int from = asked.from();
        List<PageLine> lines = sorted
                ? hall.pages(0, SORTABLE).stream()
                        .sorted(order(sort))
                        .skip(from)
                        .limit(PART)
                        .toList()
                : hall.pages(from, PART);
        String more = sorted ? "/?sort=" + sort + "&from=" : "/?from=";
        return Answer.page(
                200,
                WebPages.home(new HomePage(
                        HomePage.summary(size.pages(), size.captures(), size.files(), size.bytes()),
                        lines.stream().map(Pages::row).toList(),
                        sorted ? sort : "last",
                        from == 0 ? rows(hall.edits(Optional.empty(), Severity.MEDIUM, LATELY)) : List.of(),
                        new HomePage.CaptureBox(
                                keeper.knows(asked), asked.parameter("capture").orElse("")),
                        from > 0 ? Optional.of(more + Math.max(0, from - PART)) : Optional.empty(),
                        from + PART < size.pages() ? Optional.of(more + (from + PART)) : Optional.empty())));
    }

    private static Optional<LocalDate> day(Asked asked) {
        try {
            return asked.parameter("day").filter(text -> text.length() == 10).map(LocalDate::parse);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(Asked asked) {
        try {
            return asked.parameter("month").filter(text -> text.length() == 7).map(YearMonth::parse);
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static Optional<Year> year(Asked asked) {
        return asked.parameter("year").filter(text -> text.matches("[0-9]{4}")).map(Year::parse);
    }

    private static Comparator<PageLine> order(String sort) {
        return switch (sort) {
            case "captures" -> Comparator.comparingInt(PageLine::captures).reversed();
            case "versions" -> Comparator.comparingInt(PageLine::versions).reversed();
            default -> Comparator.comparing((PageLine line) -> line.url().replaceFirst("^[a-z]+://(www\\.)?", ""));
        };
    }

    /** {@code /page?url=…}: one page through time. */
    Answer page(Asked asked) throws IOException {
        Optional<String> given = asked.parameter("url");
        if (given.isEmpty()) {
            return Trouble.missing("the page's own address (url=…)");
        }
        String url = Memento.address(given.get());
        Optional<PageSpan> span =
                hall.through(url, new PageSpan.Wanted(day(asked), month(asked), year(asked), asked.from()));
        if (span.isEmpty()) {
            boolean others = ofSite(url);
            return Trouble.notArchived(url, keeper.knows(asked), others ? Hrefs.site(host(url)) : "");
        }
        Optional<Capture> kept = asked.parameter("a").flatMap(name -> kept(url, name));
        return Answer.page(
                200,
                WebPages.captures(CapturesPage.of(
                        url,
                        span.get(),
                        hall.history(url, OptionalInt.empty(), weighed(span.get())),
                        kept,
                        new PageLinks(
                                url,
                                kept.map(capture -> "&a=" + Memento.stamp(capture.date()))
                                        .orElse("")))));
    }

    private static int weighed(PageSpan span) {
        long size =
                span.listed().stream().mapToLong(Capture::payloadLength).max().orElse(0);
        return (int) Math.max(LEAST_WEIGHED, Math.min(WEIGHED, WEIGHED_BYTES / Math.max(1, size)));
    }

    /** The capture of the page that is to be compared with another, by its time or its record id. */
    private Optional<Capture> kept(String url, String name) {
        Optional<Instant> time = Memento.moment(name);
        return (time.isPresent() ? hall.choose(url, time) : hall.capture(name))
                .filter(capture -> capture.key().equals(UrlKey.of(url)));
    }

    /** @param kept what names the capture that is kept for a comparison; empty for none */
    private record PageLinks(String url, String kept) implements CapturesPage.Links {
        @Override
        public String chain(String recordId) {
            return Hrefs.chain(recordId);
        }

        @Override
        public String history() {
            return Hrefs.versions(url);
        }

        @Override
        public String view(Instant date) {
            return Hrefs.view(url, date);
        }

        @Override
        public String kinds(Capture capture) {
            return Hrefs.extraction(capture);
        }

        @Override
        public String compare(String base, String other) {
            return Hrefs.compare(base, other);
        }

        @Override
        public String here(String query) {
            return dropped(query) + kept;
        }

        @Override
        public String dropped(String query) {
            return Hrefs.page(url) + (query.isEmpty() ? "" : "&" + query);
        }
    }
}

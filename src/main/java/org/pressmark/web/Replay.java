package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.model.ReplayPlace;
import org.pressmark.pipeline.FindMemento;
import org.pressmark.pipeline.ServeReplay;

/** Stored pages given back: the memento itself and its TimeGate (RFC 7089). */
final class Replay {
    /** Modifiers of documents, which have one address each; what else a page asks for is answered with the nearest at once. */
    private static final Set<String> DOCUMENTS = Set.of("", "mp_", "id_", "fr_");

    /** What stands within a page as a frame, by whatever element. */
    private static final Set<String> FRAMED = Set.of("if_", "oe_");

    private static final Pattern MARKUP = Pattern.compile("(?i)^\\s*(text/html|text/xsl|[a-z]+/([^;,\\s]+\\+)?xml)");

    /** Changes when other bytes are made of the same record, so that no browser keeps the old ones. */
    private static final String REWRITING = "3";

    private final Hall hall;
    private final Hosts hosts;
    private final ServeOptions options;

    Replay(Hall hall, Hosts hosts, ServeOptions options) {
        this.hall = hall;
        this.hosts = hosts;
        this.options = options;
    }

    /** {@code /web/<timestamp><modifier>/<url>} or, without a timestamp, the TimeGate. */
    Answer web(Asked asked) throws IOException {
        String rest = asked.rest("/web/".length());
        if (rest.startsWith("*/")) {
            return Answer.found(Hrefs.page(Memento.address(rest.substring(2))));
        }
        Optional<Memento> parsed = Memento.parse(rest);
        if (parsed.isEmpty() || !ServeReplay.understands(parsed.get().modifier())) {
            return Trouble.unreadable(rest);
        }
        Memento memento = parsed.get();
        if (asked.posted().isPresent()) {
            return posted(asked, memento, asked.posted().get());
        }
        return memento.asked().isPresent()
                ? memento(asked, memento, memento.asked().get())
                : timeGate(asked, memento.url());
    }

    private Answer memento(Asked asked, Memento memento, Instant time) throws IOException {
        boolean document = DOCUMENTS.contains(memento.modifier());
        Optional<FindMemento.Found> found =
                document ? hall.find(memento.url(), Optional.of(time)) : hall.part(memento.url(), time);
        if (found.isEmpty()) {
            return missing(asked, memento.url());
        }
        Capture capture = found.get().capture();
        if (found.get().circle()) {
            return Trouble.circle(capture);
        }
        MementoLinks links = links(asked, capture.url());
        boolean exact = memento.digits().equals(Memento.stamp(capture.date()));
        if (document && !exact) {
            return Answer.found(asked.origin() + Hrefs.memento(capture, memento.modifier()))
                    .with("Link", links.general());
        }
        if (asked.navigates() && hosts.archived(asked.host())) {
            // Under a name of its own an archived page may run scripts, and only a frame keeps those from leading away.
            return Answer.found(hosts.pagesOrigin(asked.host()) + Hrefs.view(capture));
        }
        // What stands before and after a picture is asked for by nobody, and a page has many pictures.
        String link = document ? links.memento(capture, hall.around(capture)) : links.memento(capture);
        long drift = Duration.between(time, capture.date().truncatedTo(ChronoUnit.SECONDS))
                .toSeconds();
        return shown(asked, memento.modifier(), document ? capture.date() : time, found.get(), drift, link);
    }

    /** The answer to a request with a body, at once: led on to another address, a browser would ask without the body. */
    private Answer posted(Asked asked, Memento memento, CdxLine.Request request) throws IOException {
        Optional<FindMemento.Found> found = hall.posted(memento.url(), request, memento.asked());
        if (found.isEmpty()) {
            return Trouble.notPosted(memento.url(), request.method())
                    .with("Link", links(asked, memento.url()).original());
        }
        Capture capture = found.get().capture();
        Instant time = memento.asked().orElse(capture.date());
        long drift = Duration.between(time, capture.date().truncatedTo(ChronoUnit.SECONDS))
                .toSeconds();
        String link = links(asked, capture.url()).general();
        return shown(asked, memento.modifier(), time, found.get(), drift, link);
    }

    /** The memento with its place in time, its name for caches, and how well it answers. */
    private Answer shown(Asked asked, String modifier, Instant at, FindMemento.Found found, long drift, String link)
            throws IOException {
        Capture capture = found.capture();
        ReplayPlace place = hosts.place(asked.host());
        String tag = "\"" + REWRITING + (place.scripts() ? "s" : "") + modifier + Memento.stamp(at) + "-"
                + capture.recordId().replaceAll("[^A-Za-z0-9.:-]", "") + "\"";
        List<Header> ours = new ArrayList<>(List.of(
                new Header("Memento-Datetime", MementoLinks.date(capture.date())),
                new Header("Link", link),
                new Header("X-Archive-Match", match(found, drift)),
                new Header("ETag", tag),
                new Header("Cache-Control", "no-cache")));
        Hall.Replayed replayed = hall.replay(capture, modifier, at, place);
        crossing(asked, place, capture).ifPresent(ours::add);
        List<Header> headers = modifier.equals("id_") && asked.shows()
                ? asSource(replayed.headers())
                : FRAMED.contains(modifier) && asked.frames()
                        ? ServeReplay.unframed(replayed.headers())
                        : replayed.headers();
        Answer whole = new Answer(replayed.status(), headers, replayed.length(), replayed.body()).with(ours);
        if (asked.header().apply("If-None-Match").filter(tag::equals).isPresent() && whole.status() == 200) {
            whole.body().close();
            return new Answer(304, whole.headers(), 0, InputStream.nullInputStream());
        }
        return Ranges.of(whole, asked);
    }

    /**
     * Stored mark-up in a browser's window is shown as the text that it is: nothing in it is rewritten, and no policy keeps a
     * browser from opening connections to what it names. Other programs get it under its own type.
     */
    private static List<Header> asSource(List<Header> headers) {
        return headers.stream()
                .flatMap(header -> header.name().equalsIgnoreCase("Content-Type")
                                && MARKUP.matcher(header.value()).find()
                        ? Stream.of(
                                new Header(
                                        "Content-Type",
                                        MARKUP.matcher(header.value()).replaceFirst("text/plain")),
                                new Header(ServeReplay.renamed("Content-Type"), header.value()))
                        : Stream.of(header))
                .toList();
    }

    private static String match(FindMemento.Found found, long drift) {
        boolean nearest = found.match() == FindMemento.Match.EXACT && drift != 0;
        return (nearest ? "nearest" : found.match().name().toLowerCase(Locale.ROOT)) + "; drift=" + drift;
    }

    /**
     * Archived pages have an origin that equals no other, so their fonts need leave to be used; pictures only where they are
     * masks. A script cannot forge what the request is for, so that other sites' scripts cannot read what is stored here.
     */
    private static Optional<Header> crossing(Asked asked, ReplayPlace place, Capture capture) {
        Optional<String> use = asked.header().apply("Sec-Fetch-Dest");
        boolean opaque = asked.header().apply("Origin").filter("null"::equals).isPresent();
        boolean font = use.filter("font"::equals).isPresent();
        boolean mask =
                use.filter("image"::equals).isPresent() && capture.mediaType().equals("image/svg+xml");
        return opaque && (font || mask || place.scripts())
                ? Optional.of(new Header("Access-Control-Allow-Origin", "null"))
                : Optional.empty();
    }

    private Answer timeGate(Asked asked, String url) throws IOException {
        Optional<String> wanted = asked.header().apply("Accept-Datetime");
        Optional<Instant> time = wanted.flatMap(Replay::time);
        if (wanted.isPresent() && time.isEmpty()) {
            return Trouble.noDate(wanted.get()).with("Vary", "accept-datetime");
        }
        Optional<FindMemento.Found> found = hall.find(url, time);
        if (found.isEmpty()) {
            return missing(asked, url).with("Vary", "accept-datetime");
        }
        Capture capture = found.get().capture();
        if (found.get().circle()) {
            return Trouble.circle(capture);
        }
        String address = asked.origin() + Hrefs.memento(capture, "mp_");
        FindMemento.Neighbours around = hall.around(capture);
        if (options.redirecting()) {
            return Answer.found(address)
                    .with("Vary", "accept-datetime")
                    .with("Link", links(asked, url).timeGate(around));
        }
        String link = links(asked, capture.url()).memento(capture, around);
        long drift = time.map(moment -> Duration.between(moment, capture.date()).toSeconds())
                .orElse(0L);
        return shown(asked, "mp_", capture.date(), found.get(), drift, link)
                .with("Vary", "accept-datetime")
                .with("Content-Location", address);
    }

    private static Answer missing(Asked asked, String url) {
        Answer answer = asked.frames() ? Trouble.notArchivedPart(url) : Trouble.notArchived(url);
        return answer.with("Link", links(asked, url).original());
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

package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pressmark.crawl.Discovery;
import org.pressmark.crawl.ScopeCheck;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.Queued;
import org.pressmark.model.Sighting;
import org.pressmark.model.Source;

/** Reads each address that sources begin with once, and says what it finds there. What was fetched is stored as ever. */
public final class CheckSources implements Closeable {
    private static final int EXAMPLES = 3;

    private final Pipeline house;
    private final CapturePage capture;

    /**
     * One address of a source.
     *
     * @param kind what lies there: feed, sitemap, robots, page or other; empty text where nothing could be had
     * @param found how many addresses it names
     * @param inScope how many of them belong to the source
     * @param examples some of those
     * @param trouble why nothing could be had, or what is odd
     */
    public record Checked(
            String source,
            String url,
            String task,
            String kind,
            int found,
            int inScope,
            List<String> examples,
            Optional<String> trouble) {}

    public CheckSources(Pipeline house) throws IOException {
        this.house = house;
        this.capture = new CapturePage(house, url -> {});
    }

    /** Checks one source, address by address. */
    public void check(Source source, Consumer<Checked> out) {
        Instant now = house.clock().instant();
        for (Queued entry : Frontier.entries(source, now)) {
            out.accept(one(source, entry, now));
        }
    }

    private Checked one(Source source, Queued entry, Instant now) {
        CaptureResult result = capture.capture(entry.url(), source.access());
        int status = result.capture().map(Capture::status).orElse(0);
        if (result.capture().isEmpty() || status >= 400) {
            return checked(source, entry, "", 0, List.of(), Optional.of(result.detail()));
        }
        Optional<Discovery.Found> read =
                Guarded.call(entry.url(), () -> read(result.capture().get(), entry), house.notices());
        List<Sighting> all = read.map(Discovery.Found::sightings).orElse(List.of());
        ScopeCheck scope = new ScopeCheck(source.scope());
        List<String> inScope = all.stream()
                .filter(sighting ->
                        Frontier.refuses(entry, scope, sighting, now).isEmpty())
                .map(Sighting::url)
                .toList();
        String kind = read.map(found -> found.kind().name().toLowerCase(java.util.Locale.ROOT))
                .orElse("");
        return checked(source, entry, kind, all.size(), inScope, odd(entry, kind, all.size(), inScope.size()));
    }

    private Discovery.Found read(Capture page, Queued entry) throws IOException {
        ArchivedResponse response = capture.stored(page);
        return Discovery.read(
                Documents.payload(response).bytes(),
                response.contentType(),
                page.url(),
                entry.sighting().task());
    }

    private static Optional<String> odd(Queued entry, String kind, int found, int inScope) {
        Sighting.Task task = entry.sighting().task();
        if (task == Sighting.Task.FEED && !kind.equals("feed")) {
            return Optional.of("this is no feed");
        }
        // A feed may stand for a sitemap (sitemaps.org, "Other Sitemap formats").
        if (task == Sighting.Task.SITEMAP
                && !Set.of("sitemap", "robots", "feed").contains(kind)) {
            return Optional.of("this is no sitemap");
        }
        return found > 0 && inScope == 0 ? Optional.of("all that it names is outside the scope") : Optional.empty();
    }

    private static Checked checked(
            Source source, Queued entry, String kind, int found, List<String> inScope, Optional<String> trouble) {
        return new Checked(
                source.name(),
                entry.url(),
                entry.sighting().task().name().toLowerCase(java.util.Locale.ROOT),
                kind,
                found,
                inScope.size(),
                inScope.stream().limit(EXAMPLES).toList(),
                trouble);
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }
}

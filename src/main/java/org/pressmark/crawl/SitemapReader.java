package org.pressmark.crawl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;

/** The addresses of a sitemap, a news sitemap or an index of sitemaps (sitemaps.org 0.9), as XML or one a line. */
final class SitemapReader implements XmlWalk.Visitor {
    /** The protocol's own limit. */
    private static final int MOST = 50_000;

    private final WebAddress url;
    private final List<Sighting> found = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();
    /** Depth within images, videos and alternates, whose {@code loc} and {@code title} are their own. */
    private int within;

    private SitemapReader(WebAddress url) {
        this.url = url;
    }

    static List<Sighting> xml(String text, WebAddress url) {
        SitemapReader reader = new SitemapReader(url);
        XmlWalk.walk(text, reader);
        return List.copyOf(reader.found);
    }

    static List<Sighting> lines(String text, WebAddress url) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("http://") || line.startsWith("https://"))
                .flatMap(line -> WebAddress.parse(line).stream())
                .limit(MOST)
                .map(address -> Sighting.of(address.withoutFragment(), Task.PAGE, How.SITEMAP, url.withoutFragment()))
                .toList();
    }

    /** The sitemaps that a robots.txt names (RFC 9309 §2.2.4, sitemaps.org). */
    static List<Sighting> robots(String text, WebAddress url) {
        return text.lines()
                .map(String::strip)
                .filter(line -> line.regionMatches(true, 0, "sitemap:", 0, 8))
                .flatMap(line -> url.resolve(line.substring(8).strip()).stream())
                .filter(WebAddress::fetchable)
                .limit(MOST)
                .map(address -> Sighting.of(address.withoutFragment(), Task.SITEMAP, How.ROBOTS, url.withoutFragment()))
                .toList();
    }

    @Override
    public void start(String name, TagReader tag) {
        if (name.equals("url") || name.equals("sitemap")) {
            fields.clear();
            within = 0;
        } else if (name.equals("image") || name.equals("video")) {
            within++;
        }
    }

    @Override
    public void end(String name, String text) {
        switch (name) {
            case "url" -> add(Task.PAGE);
            case "sitemap" -> add(Task.SITEMAP);
            case "image", "video" -> within = Math.max(0, within - 1);
            default -> {
                if (within == 0 && !text.isEmpty()) {
                    fields.putIfAbsent(name, text);
                }
            }
        }
    }

    private void add(Task task) {
        Optional<WebAddress> address =
                Optional.ofNullable(fields.get("loc")).flatMap(url::resolve).filter(WebAddress::fetchable);
        if (address.isPresent() && found.size() < MOST) {
            found.add(new Sighting(
                    address.get().withoutFragment(),
                    task,
                    How.SITEMAP,
                    url.withoutFragment(),
                    Optional.empty(),
                    Optional.ofNullable(fields.get("title")),
                    Optional.ofNullable(fields.get("publication_date")).flatMap(StatedTime::read),
                    Optional.ofNullable(fields.get("lastmod")).flatMap(StatedTime::read)));
        }
        fields.clear();
    }
}

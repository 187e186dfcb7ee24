package org.pressmark.crawl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.Task;

/** The addresses that a document names; what it is, its own bytes say, not the server. */
public final class Discovery {
    /** A sitemap may be 50 MB unpacked; a bomb is cut. */
    private static final int MOST_BYTES = 64 << 20;

    private static final Pattern ROOT =
            Pattern.compile("<(?:[\\w.-]{1,30}:)?(rss|rdf|feed|urlset|sitemapindex|html|head|body)[\\s/>]");

    private static final Set<String> FOREIGN = Set.of("rss", "rdf", "feed", "urlset", "sitemapindex");
    private static final int BEGINNING = 4_096;

    private Discovery() {}

    /** What a document turned out to be. */
    public enum Kind {
        FEED,
        SITEMAP,
        ROBOTS,
        PAGE,
        /** None of these. */
        OTHER
    }

    /** What a document is and names. */
    public record Found(Kind kind, List<Sighting> sightings) {
        public Found {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * Reads a document for the addresses that it names.
     *
     * @param payload its content-decoded bytes; a sitemap may still be packed by gzip
     * @param contentType the header as sent
     * @param url its absolute address
     * @param task for what it was fetched: of a section page, only links that look like articles count
     */
    public static Found read(byte[] payload, Optional<String> contentType, String url, Task task) {
        Optional<WebAddress> base = WebAddress.parse(url);
        if (base.isEmpty()) {
            return new Found(Kind.OTHER, List.of());
        }
        WebAddress address = base.get();
        SourceText source = SourceText.decode(unpacked(payload), contentType);
        String text = source.text();
        if (address.path().equals("/robots.txt")) {
            return new Found(Kind.ROBOTS, SitemapReader.robots(text, address));
        }
        String beginning = beginning(text);
        String name = root(beginning);
        switch (name) {
            case "rss", "rdf", "feed" -> {
                return new Found(Kind.FEED, FeedReader.xml(text, address));
            }
            case "urlset", "sitemapindex" -> {
                return new Found(Kind.SITEMAP, SitemapReader.xml(text, address));
            }
            default -> {}
        }
        if (beginning.stripLeading().startsWith("{")) {
            return FeedReader.json(text, address)
                    .map(items -> new Found(Kind.FEED, items))
                    .orElse(new Found(Kind.OTHER, List.of()));
        }
        String type = contentType.orElse("").toLowerCase(Locale.ROOT);
        if (task == Task.SITEMAP && name.isEmpty()) {
            return new Found(Kind.SITEMAP, SitemapReader.lines(text, address));
        }
        if (type.contains("html") || !name.isEmpty()) {
            PageLinks links = PageLinks.read(source, url);
            return new Found(Kind.PAGE, task == Task.SECTION ? links.articles() : links.all(link -> true));
        }
        return new Found(Kind.OTHER, List.of());
    }

    /**
     * True for what a server calls HTML and what its own beginning does not call anything else, so that a {@link PageLinks}
     * that was filled by whoever scanned it says the same as {@link #read}.
     *
     * @param text the whole document, or its bytes as characters
     */
    public static boolean isPage(String text, String url) {
        String beginning = beginning(text);
        boolean page = FOREIGN.stream().noneMatch(root(beginning)::equals)
                && !beginning.stripLeading().startsWith("{");
        return page
                && WebAddress.parse(url)
                        .filter(address -> !address.path().equals("/robots.txt"))
                        .isPresent();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), BEGINNING)).toLowerCase(Locale.ROOT);
    }

    /** The first element that says what a document is; empty text where there is none. */
    private static String root(String beginning) {
        Matcher root = ROOT.matcher(beginning);
        return root.find() ? String.valueOf(root.group(1)) : "";
    }

    private static byte[] unpacked(byte[] payload) {
        if (payload.length < 18 || (payload[0] & 0xff) != 0x1f || (payload[1] & 0xff) != 0x8b) {
            return payload;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(payload))) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException e) {
            return payload;
        }
    }
}

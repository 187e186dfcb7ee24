package org.pressmark.crawl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressKind;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.CharacterData;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Sighting;
import org.pressmark.model.Sighting.How;
import org.pressmark.model.Sighting.Task;

/** The links of a page: all of them, its feeds, the address it calls its own; and which links look like articles. */
final class LinkReader implements AddressScan.Visitor {
    private static final int MOST = 10_000;
    private static final int LONGEST_WORDS = 200;

    private final String text;
    private final String url;
    /** By address: a page links to an article by its picture, its headline and a line of its text. */
    private final Map<String, Link> links = new LinkedHashMap<>();

    private final List<Sighting> others = new ArrayList<>();
    private int headings;
    private int articles;
    private int furniture;
    private Optional<Link> open = Optional.empty();
    private int openFrom;

    /** What speaks for a link. */
    private static final class Link {
        final WebAddress target;
        boolean inHeading;
        boolean inArticle;
        boolean onlyInFurniture = true;
        String words = "";

        Link(WebAddress target) {
            this.target = target;
        }
    }

    private LinkReader(String text, String url) {
        this.text = text;
        this.url = url;
    }

    /** Every link, feed and canonical address of a page, in page order, each once. */
    static List<Sighting> all(SourceText source, String url) {
        LinkReader reader = read(source, url);
        List<Sighting> out = new ArrayList<>(reader.others);
        reader.links.values().forEach(link -> out.add(sighting(link, url, How.LINK)));
        return List.copyOf(out);
    }

    /** The links of a page that look like articles. */
    static List<Sighting> articles(SourceText source, String url) {
        return read(source, url).links.values().stream()
                .filter(LinkReader::looksLikeArticle)
                .map(link -> sighting(link, url, How.SECTION))
                .toList();
    }

    private static LinkReader read(SourceText source, String url) {
        LinkReader reader = new LinkReader(source.text(), url);
        AddressScan.html(source.text(), url, source.charset(), reader);
        return reader;
    }

    private static Sighting sighting(Link link, String url, How how) {
        return new Sighting(
                link.target.withoutFragment(),
                Task.PAGE,
                how,
                url,
                Optional.empty(),
                Optional.of(link.words).filter(words -> !words.isEmpty()),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean looksLikeArticle(Link link) {
        int score = ArticleAddress.score(link.target);
        score += link.inHeading ? 2 : 0;
        score += link.inArticle ? 1 : 0;
        // A headline is longer than a menu's words, also in scripts without spaces.
        score += link.words.length() >= 25 || wide(link.words) >= 10 ? 1 : 0;
        return score >= (link.onlyInFurniture ? 4 : 2) && ArticleAddress.score(link.target) >= 0;
    }

    private static long wide(String words) {
        return words.codePoints().filter(c -> c >= 0x2E80).count();
    }

    @Override
    public void tag(TagReader tag) {
        int step = tag.event() == TagReader.Event.START_TAG ? 1 : tag.event() == TagReader.Event.END_TAG ? -1 : 0;
        if (step == 0) {
            return;
        }
        switch (tag.name()) {
            case "h1", "h2", "h3", "h4" -> headings = Math.max(0, headings + step);
            case "article" -> articles = Math.max(0, articles + step);
            case "nav", "footer" -> furniture = Math.max(0, furniture + step);
            case "a" -> {
                close(tag.start());
                if (step > 0) {
                    openFrom = tag.end();
                }
            }
            default -> {}
        }
        if (headings > 0) {
            open.ifPresent(link -> link.inHeading = true);
        }
    }

    private void close(int end) {
        open.filter(link -> end > openFrom).ifPresent(link -> {
            String words = words(openFrom, end);
            if (words.length() > link.words.length()) {
                link.words = words;
            }
        });
        open = Optional.empty();
    }

    /** The text between two places without its tags, white space as single spaces. */
    private String words(int from, int to) {
        String within = text.substring(from, Math.min(to, from + 4_000));
        String plain = within.indexOf('<') < 0 ? within : within.replaceAll("<[^<>]{0,2000}>", " ");
        String words = CharacterData.of(plain, 0, plain.length())
                .replaceAll("\\s+", " ")
                .strip();
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    @Override
    public void address(Address address) {
        if (address.target().isEmpty() || !address.fetchable() || links.size() + others.size() >= MOST) {
            return;
        }
        WebAddress target = address.target().get();
        if (address.kind() == AddressKind.PAGE_LINK) {
            Link link = links.computeIfAbsent(target.withoutFragment(), key -> new Link(target));
            link.inHeading |= headings > 0;
            link.inArticle |= articles > 0;
            link.onlyInFurniture &= furniture > 0;
            open = Optional.of(link);
        } else if (address.kind() == AddressKind.FEED) {
            others.add(Sighting.of(target.withoutFragment(), Task.FEED, How.LINK, url));
        } else if (address.kind() == AddressKind.RELATED && rel(address).equals("canonical")) {
            others.add(Sighting.of(target.withoutFragment(), Task.PAGE, How.CANONICAL, url));
        }
    }

    /** The {@code rel} of the link element that an address stands in. */
    private String rel(Address address) {
        int from = text.lastIndexOf('<', address.start());
        TagReader tag = TagReader.html(text.substring(Math.max(0, from), Math.min(text.length(), address.end() + 400)));
        String rel = tag.next() == TagReader.Event.START_TAG ? tag.value("rel") : null;
        return rel == null ? "" : rel.strip().toLowerCase(Locale.ROOT);
    }
}

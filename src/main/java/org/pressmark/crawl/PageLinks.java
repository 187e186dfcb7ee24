package org.pressmark.crawl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

/**
 * The links of a page, gathered while an {@link AddressScan} walks it: all of them, its feeds, the address it calls its own;
 * and which links look like articles.
 */
public final class PageLinks implements AddressScan.Visitor {
    private static final int MOST = 10_000;
    private static final int LONGEST_WORDS = 200;
    /** So much of a link, mark-up within it counted, is looked at for its words. */
    private static final int LONGEST_LINK = 4_000;

    private final String text;
    private final String url;
    private final UnaryOperator<String> decoded;
    /** By address: a page links to an article by its picture, its headline and a line of its text. */
    private final Map<String, Link> links = new LinkedHashMap<>();

    private final List<Sighting> others = new ArrayList<>();
    private int headings;
    private int articles;
    private int furniture;
    private boolean cut;
    private Optional<Link> open = Optional.empty();
    private int openFrom;

    /** What speaks for a link. */
    private static final class Link {
        final WebAddress target;
        boolean inHeading;
        boolean inArticle;
        boolean onlyInFurniture = true;
        /** Where its words stand: from, to, from, to. */
        final List<Integer> stretches = new ArrayList<>(2);

        Link(WebAddress target) {
            this.target = target;
        }
    }

    /**
     * @param text the page as it is scanned
     * @param url its absolute address
     * @param decoded gives the words of a stretch of {@code text}: itself, or what its characters stand for as bytes
     */
    public PageLinks(String text, String url, UnaryOperator<String> decoded) {
        this.text = text;
        this.url = url;
        this.decoded = decoded;
    }

    /** True where the page names more links than are kept of one page. */
    public boolean cut() {
        return cut;
    }

    static PageLinks read(SourceText source, String url) {
        PageLinks links = new PageLinks(source.text(), url, UnaryOperator.identity());
        AddressScan.html(source.text(), url, source.charset(), links);
        return links;
    }

    /**
     * Every link, feed and canonical address of a page, in page order, each once.
     *
     * @param wanted asked of the address of each plain link; most are known, and making a sighting of one takes a while
     */
    public List<Sighting> all(Predicate<String> wanted) {
        List<Sighting> out = new ArrayList<>(others);
        links.forEach((address, link) -> {
            if (wanted.test(address)) {
                out.add(sighting(link, words(link), How.LINK));
            }
        });
        return List.copyOf(out);
    }

    /** The links of a page that look like articles. */
    public List<Sighting> articles() {
        List<Sighting> out = new ArrayList<>();
        for (Link link : links.values()) {
            String words = words(link);
            if (looksLikeArticle(link, words)) {
                out.add(sighting(link, words, How.SECTION));
            }
        }
        return List.copyOf(out);
    }

    private Sighting sighting(Link link, String words, How how) {
        return new Sighting(
                link.target.withoutFragment(),
                Task.PAGE,
                how,
                url,
                Optional.empty(),
                words.isEmpty() ? Optional.empty() : Optional.of(words),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean looksLikeArticle(Link link, String words) {
        int score = ArticleAddress.score(link.target);
        score += link.inHeading ? 2 : 0;
        score += link.inArticle ? 1 : 0;
        // A headline is longer than a menu's words, also in scripts without spaces.
        score += words.length() >= 25 || wide(words) >= 10 ? 1 : 0;
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
        if (open.isPresent() && end > openFrom) {
            open.get().stretches.add(openFrom);
            open.get().stretches.add(end);
        }
        open = Optional.empty();
    }

    /** The longest of a link's texts, the first of equals. */
    private String words(Link link) {
        String longest = "";
        for (int i = 0; i < link.stretches.size(); i += 2) {
            String words = words(link.stretches.get(i), link.stretches.get(i + 1));
            longest = words.length() > longest.length() ? words : longest;
        }
        return longest;
    }

    /** The text between two places without its tags, white space as single spaces. */
    private String words(int from, int to) {
        String within = decoded.apply(text.substring(from, Math.min(to, from + LONGEST_LINK)));
        String plain = withoutTags(within);
        String words = joined(CharacterData.of(plain, 0, plain.length()));
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS);
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            out.append(text, at, open).append(' ');
            at = close + 1;
        }
        return at == 0 ? text : out.append(text, at, text.length()).toString();
    }

    private static String joined(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean space = c == ' ' || (c >= '\t' && c <= '\r');
            if (!space) {
                out.append(c);
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    @Override
    public void address(Address address) {
        if (address.target().isEmpty() || !address.fetchable()) {
            return;
        }
        if (links.size() + others.size() >= MOST) {
            cut |= address.kind() == AddressKind.PAGE_LINK
                    && !links.containsKey(address.target().get().withoutFragment());
            return;
        }
        WebAddress target = address.target().get();
        if (address.kind() == AddressKind.PAGE_LINK) {
            Link link = links.computeIfAbsent(target.withoutFragment(), key -> new Link(target));
            link.inHeading |= headings > 0;
            link.inArticle |= articles > 0;
            link.onlyInFurniture &= furniture > 0;
            open = Optional.of(link);
        } else if (address.kind() == AddressKind.REFRESH) {
            links.computeIfAbsent(target.withoutFragment(), key -> new Link(target));
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

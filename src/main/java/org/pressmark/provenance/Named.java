package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.text.Agencies;

/**
 * Somebody or something that a credit names.
 *
 * @param value the canonical name, or the words on the page
 * @param agent the canonical name where it is a known agency or publisher
 * @param url the address that goes with it
 * @param end one past the last character of the name in the text
 */
record Named(String value, Optional<String> agent, Optional<String> url, int end) {
    private static final int LONGEST = 80;
    private static final int MOST_WORDS = 8;
    private static final Pattern STOP = Pattern.compile(
            "[\\n\\r;|()\\[\\]<>]|[.!?](?:\\s|$)|,(?=\\s)|\\s+[–—-]\\s+|\\s+(?:under|on|with|and is|and was|as part|here|via)\\b(?!$)|\\s\\d{4}\\b");

    /** Everybody named in the text from {@code from} on: a linked name, agencies, a publisher, or the words themselves. */
    static List<Named> from(Block block, int from) {
        String text = block.text();
        List<Named> out = new ArrayList<>();
        Optional<Block.Inline> link = linkAt(block, from);
        String rest = text.substring(from, Math.min(text.length(), from + 200));
        Matcher stop = STOP.matcher(rest);
        int agencyEnd = sentenceEnd(rest);
        for (Agencies.Found found : Agencies.all().findInCredit(rest.substring(0, agencyEnd))) {
            out.add(new Named(
                    found.name(), Optional.of(found.name()), link.map(Block.Inline::target), from + found.end()));
        }
        if (!out.isEmpty()) {
            return out;
        }
        if (link.isPresent()) {
            String words = text.substring(link.get().start(), link.get().end()).strip();
            out.add(of(
                    words.isEmpty() ? link.get().target() : words,
                    Optional.of(link.get().target()),
                    link.get().end()));
            return out;
        }
        int end = stop.find() && stop.start() > 0 ? stop.start() : rest.length();
        String address = rest.strip().split("\\s", 2)[0];
        if (WebAddress.whole(address).isPresent() && !address.isEmpty()) {
            int last = rest.indexOf(address) + address.length();
            out.add(of(address, WebAddress.whole(address), from + last));
            return out;
        }
        String name = rest.substring(0, end).strip();
        if (!name.isEmpty()
                && name.length() <= LONGEST
                && name.split("\\s+").length <= MOST_WORDS
                && name.codePoints().anyMatch(Character::isLetter)) {
            out.add(of(name, Optional.empty(), from + end));
        }
        return out;
    }

    private static Named of(String words, Optional<String> url, int end) {
        Optional<String> agency = Agencies.all().canonical(words);
        Optional<String> agent = agency.or(() -> Publishers.all().named(words).map(Publishers.Publisher::name))
                .or(() -> url.map(WebAddress::plainHost)
                        .flatMap(host -> Agencies.all()
                                .ofHost(host)
                                .or(() -> Publishers.all().ofHost(host).map(Publishers.Publisher::name))));
        return new Named(agent.orElse(words), agent, url.filter(WebAddress::isAddress), end);
    }

    /** A link that begins within a few characters of the place, to another page. */
    private static Optional<Block.Inline> linkAt(Block block, int from) {
        return block.inlines().stream()
                .filter(inline -> inline.kind() == Block.InlineKind.LINK && inline.end() > from)
                .filter(inline -> inline.start() <= from + 6 && WebAddress.isAddress(inline.target()))
                .findFirst();
    }

    private static int sentenceEnd(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dot = c == '.' && i + 2 < text.length() && text.charAt(i + 1) == ' ' && i > 3;
            if (c == '\n' || dot) {
                return i;
            }
        }
        return text.length();
    }

    /** True where the name is the page's own site: by it a page credits itself. */
    static boolean isOwnSite(Article article, String name) {
        String key = Publishers.key(name);
        if (key.isEmpty()) {
            return false;
        }
        String site = WebAddress.site(article.url());
        int dot = site.indexOf('.');
        return article.site().map(field -> Publishers.key(field.value())).equals(Optional.of(key))
                || key.equals(Publishers.key(site))
                || dot > 0 && key.equals(Publishers.key(site.substring(0, dot)))
                || Publishers.all()
                        .ofHost(WebAddress.plainHost(article.url()))
                        .map(p -> Publishers.key(p.name()))
                        .equals(Optional.of(key));
    }
}

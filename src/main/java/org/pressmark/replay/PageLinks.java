package org.pressmark.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.WebAddress;

/** The links of a stored page, in page order, each as often as it stands there. */
public final class PageLinks {
    private static final int MOST = 20_000;

    private PageLinks() {}

    /**
     * A link.
     *
     * @param text what a reader sees of it: its words, else the words for its picture; empty text for none
     * @param url the absolute address with its fragment
     * @param rel what the page says of it, e.g. {@code nofollow}; empty text as a rule
     */
    public record Link(String text, String url, String rel) {
        public Link {
            Objects.requireNonNull(text);
            Objects.requireNonNull(url);
        }
    }

    /**
     * The links of a page; none where the payload is no page. Places within the same page are left out, as is what no browser
     * can open.
     *
     * @param payload content-decoded bytes
     * @param contentType the Content-Type header as sent
     * @param url the absolute address on which the links stand
     */
    public static List<Link> of(byte[] payload, Optional<String> contentType, String url) {
        Medium medium = Medium.of(contentType, payload);
        if (medium != Medium.HTML && medium != Medium.XML) {
            return List.of();
        }
        Document document = Jsoup.parse(SourceText.decode(payload, contentType).text(), "");
        Optional<WebAddress> own = WebAddress.parse(url);
        Element given = document.selectFirst("base[href]");
        Optional<WebAddress> base = given == null
                ? own
                : own.flatMap(page -> page.resolve(given.attr("href"))).or(() -> own);
        List<Link> out = new ArrayList<>();
        for (Element element : document.select("a[href],area[href],iframe[src],frame[src]")) {
            String raw = element.attr(element.hasAttr("href") ? "href" : "src").strip();
            if (raw.isEmpty() || raw.startsWith("#") || out.size() >= MOST) {
                continue;
            }
            base.flatMap(page -> page.resolve(raw))
                    .filter(target -> target.fetchable() || target.scheme().equals("mailto"))
                    .ifPresent(target -> out.add(new Link(
                            words(element), target.href(), element.attr("rel").strip())));
        }
        return List.copyOf(out);
    }

    private static String words(Element element) {
        if (element.hasText()) {
            return element.text();
        }
        for (String attribute : new String[] {"aria-label", "title", "alt"}) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute).strip();
            }
        }
        Element picture = element.selectFirst("img[alt]");
        return picture == null ? "" : picture.attr("alt").strip();
    }
}

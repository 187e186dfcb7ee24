package org.pressmark.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.pressmark.markup.SafeText;
import org.pressmark.markup.WebAddress;

/** One page on its way to being text: the footnotes that its parts share. */
final class HtmlText {
    private final Document document;
    private final Optional<WebAddress> base;
    private final int width;
    private final Map<String, Integer> footnotes = new LinkedHashMap<>();

    HtmlText(String html, String url, int width) {
        this.document = Jsoup.parse(html, "");
        this.width = width;
        Optional<WebAddress> own = WebAddress.parse(url);
        Element given = document.selectFirst("base[href]");
        this.base = given == null
                ? own
                : own.flatMap(page -> page.resolve(given.attr("href"))).or(() -> own);
    }

    PageText render() {
        TextCanvas canvas = new TextCanvas(width);
        new HtmlBlocks(this, canvas).children(document.body(), Style.PLAIN);
        List<StyledLine> lines = new ArrayList<>(canvas.lines());
        List<String> links = new ArrayList<>(footnotes.keySet());
        if (!links.isEmpty()) {
            lines.add(StyledLine.EMPTY);
            for (int i = 0; i < links.size(); i++) {
                lines.add(StyledLine.of("[" + (i + 1) + "] " + SafeText.line(links.get(i)), Style.FAINT));
            }
        }
        return PageText.of(lines, links, document.title());
    }

    /** The number of a link's footnote; 0 for links that lead nowhere else. */
    int footnote(String href) {
        String raw = href.strip();
        if (raw.isEmpty() || raw.startsWith("#") || base.isEmpty()) {
            return 0;
        }
        Optional<String> target = base.get()
                .resolve(raw)
                .filter(address -> address.fetchable() || address.scheme().equals("mailto"))
                .map(WebAddress::href);
        return target.map(address -> footnotes.computeIfAbsent(address, key -> footnotes.size() + 1))
                .orElse(0);
    }

    String absolute(String href) {
        return base.flatMap(page -> page.resolve(href)).map(WebAddress::href).orElse(href);
    }
}

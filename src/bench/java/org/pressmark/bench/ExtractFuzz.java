package org.pressmark.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.pressmark.extract.Extractor;

/** What the fuzzer calls, and the maker of the pages that it begins with: {@code ExtractFuzz FOLDER} writes them. */
public final class ExtractFuzz {
    private static final String[] TYPES = {
        "text/html", "text/html; charset=utf-8", "text/plain", "text/markdown", "application/xhtml+xml", "", "text/html; charset=shift_jis",
        "text/html; charset=utf-16"
    };
    private static final String[] PARTS = {
        "<p>The minister said on Monday that the talks would go on. (AFP)</p>", "<h1>Talks go on - Paper</h1>", "<div class='comment depth-2' id=comment-7>",
        "<ul class=children><li class=comment>", "<table><tr><td>a<td>b", "<p class=byline>By Jane Roe and John Doe, 1 May 2020 10:30 pm</p>",
        "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"A B\"},\"datePublished\":\"2020-01-01T10:00Z\"}]}</script>",
        "<meta property=og:title content='Talks go on | Paper'>", "<figure><img src=a.jpg srcset='b 1x, c 2x'><figcaption>Words (Photo: dpa)</figcaption></figure>",
        "<blockquote class=twitter-tweet>words <a href=//t>t</a>", "<time datetime=2020-02-30T99:99>31.12.2019 - x</time>", "<base href=http://x/>", "<svg><title>x",
        "<select><option>", "<template><p>x", "</p></div></table>", "<b><i><a href=?x#y>", "<br><br>", "&amp;&#0;&#x110000;&notit;", "PARIS (AFP) — ", "<pre>a\n b</pre>",
        "<h2>Read more</h2>", "# Heading\n\n", "1. A says:\nwords\n\n", "[a](b \"c\") **x** _y_ <http://z>\n", "Original URL: http://a/b\n", "> quoted\n- item\n", "\u0000\ufeff\u202e",
        "<span itemprop='author name'>", "<frameset><frame>", "<math><mtext><p>", "<html lang=tr class=İ>", "<a rel=author class=author>"
    };

    private ExtractFuzz() {}

    /** Called by the fuzzer: the first byte chooses the media type, the rest is the document. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] document = java.util.Arrays.copyOfRange(input, 1, input.length);
        String type = TYPES[(input[0] & 0xFF) % TYPES.length];
        new Extractor().extract(document, Optional.of(type).filter(label -> !label.isEmpty()), "https://news.example/a/b");
    }

    public static void main(String[] words) throws IOException {
        Random random = new Random(3);
        Path folder = Files.createDirectories(Path.of(words[0]));
        for (int i = 0; i < 200; i++) {
            StringBuilder page = new StringBuilder();
            page.append((char) random.nextInt(TYPES.length));
            for (int part = random.nextInt(30); part >= 0; part--) {
                page.append(PARTS[random.nextInt(PARTS.length)]);
            }
            Files.write(folder.resolve("seed-" + i), page.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}

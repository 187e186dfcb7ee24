package org.pressmark.replay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SafeText;
import org.pressmark.markup.SourceText;
import org.pressmark.markup.TagReader;

/** CONFORMANCE F67: broken pages may look broken, but nothing hangs, throws or gets out. */
class HostilePagesTest {
    private static final String PAGE = "https://news.example/a";
    private static final String[] PIECES = {
        "<",
        ">",
        "\"",
        "'",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<style>",
        "url(",
        ")",
        "<svg>",
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#x",
        "\0",
        "<iframe srcdoc='",
        "<table>",
        "<base href=//evil.example/>",
        "srcset='a 1x,",
        "\u00ff",
        "\\",
        "<plaintext>",
        "<a href=https://evil.example/>",
        "<textarea>",
        "</",
        "<title>",
        "<noscript>",
        "style=\"b:url('https://evil.example/')\"",
        "\u001b[31m",
        "<meta charset=utf-16>",
        "<meta charset=iso-2022-jp>",
        "<frameset><frame src=x>",
        "<select>",
        "<math><mi>"
    };
    private final PageRewriter rewriter = new PageRewriter("/web/", Instant.EPOCH);

    private static byte[] mutated(byte[] page, Random random) {
        StringBuilder out = new StringBuilder(new String(page, ISO_8859_1));
        int from = random.nextInt(out.length());
        out.delete(0, from);
        out.setLength(Math.min(out.length(), 3000));
        for (int hit = 0; hit < 12; hit++) {
            int at = random.nextInt(out.length() + 1);
            if (random.nextInt(4) == 0) {
                out.delete(at, Math.min(out.length(), at + random.nextInt(60)));
            } else {
                out.insert(at, PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return out.toString().getBytes(ISO_8859_1);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void mutatedPagesNeitherHangNorThrowNorEscape() throws IOException {
        byte[] page;
        try (InputStream in = HostilePagesTest.class.getResourceAsStream("/org/pressmark/demo/republished-copy.html")) {
            page = Objects.requireNonNull(in).readAllBytes();
        }
        Random random = new Random(20261122);
        for (int round = 0; round < 2000; round++) {
            check(mutated(page, random));
        }
    }

    private void check(byte[] page) {
        Optional<String> type = Optional.of("text/html");
        PageText text = PageText.render(page, type, PAGE, 60);
        assertFalse(text.text().chars().anyMatch(c -> SafeText.harmful((char) c)));

        byte[] replayed = rewriter.rewrite(page, type, PAGE, Modifier.PAGE).bytes();
        String html = SourceText.decode(replayed, type).text();
        for (Address address : AddressScan.html(html, "http://replay.example/web/19700101000000mp_/" + PAGE)) {
            boolean inside = address.absolute().orElse("").startsWith("http://replay.example/web/19700101000000");
            assertTrue(inside || !address.fetchable(), address::toString);
        }

        byte[] file = new SingleFileHtml(
                        new SingleFileHtml.Provenance(PAGE, Instant.EPOCH, "d", "r"), url -> Optional.empty(), 1000)
                .make(page, type, PAGE)
                .bytes();
        TagReader tag = TagReader.html(SourceText.decode(file, Optional.empty()).text());
        for (TagReader.Event event = tag.next(); event != TagReader.Event.END; event = tag.next()) {
            assertFalse(event == TagReader.Event.START_TAG && tag.is("script") && tag.value("type") == null);
        }
    }
}

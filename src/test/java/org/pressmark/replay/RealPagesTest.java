package org.pressmark.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.pressmark.markup.Address;
import org.pressmark.markup.AddressScan;
import org.pressmark.markup.SourceText;

/** Pages of the open web, in a folder that the environment variable PRESSMARK_PAGES names, plain or gzip; else the real pair. */
class RealPagesTest {
    private static final String OURS = "src/main/resources/org/pressmark/demo";
    private static final String URL = "https://pages.example/a/b";
    private static final Optional<String> HTML = Optional.of("text/html");

    /** What the rewriter takes out or renames besides addresses. */
    private static final String GONE = "(?i)\\s+(integrity|crossorigin|nonce)(\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+))?";

    @Test
    void f59OnlyAddressesChange() throws IOException {
        String folder = Optional.ofNullable(System.getenv("PRESSMARK_PAGES")).orElse(OURS);
        PageRewriter rewriter = new PageRewriter("/web/", Instant.EPOCH);
        List<String> changed = new ArrayList<>();
        int seen = 0;
        for (Path file : files(Path.of(folder))) {
            byte[] stored = bytes(file);
            byte[] replayed = rewriter.rewrite(stored, HTML, URL, Modifier.PAGE).bytes();
            seen++;
            if (!between(stored)
                    .replaceAll(GONE, "")
                    .equals(between(replayed).replace("X-Archive-Orig-", "").replaceAll(GONE, ""))) {
                changed.add(String.valueOf(file.getFileName()));
            }
        }
        assertTrue(seen > 0, folder);
        assertEquals(List.of(), changed, "of " + seen + " pages");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().contains(".htm")).sorted().toList();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        if (raw.length < 2 || (raw[0] & 0xff) != 0x1f || (raw[1] & 0xff) != 0x8b) {
            return raw;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            return in.readAllBytes();
        }
    }

    /** The bytes between addresses, one character a byte. */
    private static String between(byte[] page) {
        SourceText source = SourceText.decode(page, HTML);
        List<Address> addresses = new ArrayList<>();
        AddressScan.html(source.text(), URL, source.charset(), addresses::add);
        addresses.sort(Comparator.comparingInt(Address::start));
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (Address address : addresses) {
            int start = source.byteOffset(address.start());
            if (start >= done) {
                out.append(new String(page, done, start - done, StandardCharsets.ISO_8859_1))
                        .append('\u00a7');
                done = Math.max(done, source.byteOffset(address.end()));
            }
        }
        return out.append(new String(page, done, page.length - done, StandardCharsets.ISO_8859_1))
                .toString();
    }
}

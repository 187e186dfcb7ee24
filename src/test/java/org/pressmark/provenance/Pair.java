package org.pressmark.provenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pressmark.model.BlockKind;

/** The real pair as the extractor gives it, built by hand from the same documents. */
final class Pair {
    static final String ORIGINAL_PAGE =
            "https://www.themoscowtimes.com/2021/12/27/turkey-urges-russia-to-drop-one-sided-nato-demands-a-75936";
    static final String REPUBLISHED = "urn:uuid:aaaaaaaa-0000-4000-8000-000000000001";
    static final String ARCHIVED = "urn:uuid:bbbbbbbb-0000-4000-8000-000000000002";

    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>");

    private Pair() {}

    static PageMaker archivedPage() {
        String html = read("archived-original.html");
        PageMaker page = new PageMaker("http://copies.example/turkey-urges-russia")
                .source(html)
                .captured("2026-11-22T10:15:01Z")
                .published("2021-12-27T14:40:00+03:00", "2021-12-27T14:40:00+03:00")
                .author("AFP", "AFP")
                .agency("AFP", "AFP", "agency.byline")
                .fact("meta.author", "AFP")
                .fact("json-ld.author", "AFP")
                .fact("json-ld.isBasedOn", ORIGINAL_PAGE)
                .block(BlockKind.HEADLINE, "Turkey Urges Russia to Drop 'One-Sided' NATO Demands")
                .link(BlockKind.BYLINE, "By AFP", "AFP", "http://copies.example/turkey-urges-russia#")
                .block(BlockKind.TIMESTAMP, "December 27, 2021")
                .block(
                        BlockKind.CAPTION,
                        "Turkish Foreign Minister Mevlut Cavusoglu. Number 10 / flickr (CC BY-NC-ND 2.0)");
        paragraphs(html).forEach(text -> page.block(BlockKind.PARAGRAPH, text));
        return page.link(BlockKind.ORIGINAL_URL, "Original url: " + ORIGINAL_PAGE, ORIGINAL_PAGE, ORIGINAL_PAGE);
    }

    static PageMaker republishedPage() {
        String html = read("republished-copy.html");
        String own =
                "https://www.republisher.example/kremlins-strategic-partner-turkey-tells-russia-drop-one-sided-nato-demands/";
        PageMaker page = new PageMaker(
                        "http://www.republisher.example/kremlins-strategic-partner-turkey-tells-russia-drop-one-sided-nato-demands/")
                .source(html)
                .captured("2026-11-22T10:15:02Z")
                .site("Republisher")
                .published("2021-12-28", "2021-12-28")
                .fact("link.canonical", own)
                .fact("meta.og:url", own)
                .agency("AFP", "Source: AFP", "agency.source-line")
                .block(
                        BlockKind.HEADLINE,
                        "Kremlin’s ‘Strategic Partner’ Turkey Tells Russia to Drop “One-Sided” NATO Demands");
        paragraphs(html).stream()
                .takeWhile(text -> !text.contains("Source: AFP"))
                .forEach(text -> page.block(BlockKind.PARAGRAPH, text));
        return page.block(BlockKind.SOURCE_LINE, "Source: AFP")
                .comment("Cap960", "Russia saved Erdogan from a NATO a.k.a US coup.")
                .comment("Teya", "Source: Reuters\nOriginal url: https://spam.example/offer/1");
    }

    private static List<String> paragraphs(String html) {
        List<String> out = new ArrayList<>();
        Matcher found = PARAGRAPH.matcher(html);
        while (found.find()) {
            out.add(found.group(1).replaceAll("<[^>]*>", ""));
        }
        return out.stream().filter(text -> !text.startsWith("Copies are kept")).toList();
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Pair.class.getResourceAsStream("/org/pressmark/demo/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Article;
import org.pressmark.model.BlockKind;

/** Prose that a reader sees comes out, whatever it stands in; what does not come out is said. */
class NeverEmptyTest {
    private static final String[] SENTENCES = {
        "The ferry to the island stopped on Friday because the harbour had filled with sand again.",
        "Fishermen said that they had warned the council of it since the storms of the last winter.",
        "A dredger is to come from the mainland in the second week of March, if the weather allows.",
        "Until then food and post will be taken across by two smaller boats that need less water.",
        "The school on the island stays open, and the doctor will cross twice a week as she did before.",
        "Nobody could say on Monday who will pay for the work, which may cost more than the boats."
    };
    private static final String TEXT = paragraphs("p");

    private static String paragraphs(String tag) {
        StringBuilder out = new StringBuilder();
        for (String sentence : SENTENCES) {
            out.append('<').append(tag).append('>').append(sentence);
            out.append(" ")
                    .append(sentence.replace("the", "that"))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        return out.toString();
    }

    private static Article read(String html) {
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://island.example/news/ferry");
    }

    private static void assertWhole(Article article) {
        for (String sentence : SENTENCES) {
            assertTrue(article.body().contains(sentence), () -> sentence + " is missing in: " + article.body());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aside",
                "form",
                "footer",
                "nav",
                "header",
                "figure",
                "button",
                "object",
                "map",
                "blockquote",
                "label",
                "details open",
                "div hidden",
                "div aria-hidden=true",
                "noscript",
                "div class=comment",
                "li class=comment id=comment-3",
                "div itemprop=comment",
                "div class=sidebar",
                "div class=modal",
                "div class=related",
                "div class='share promo'"
            })
    void wholeInABoxThatIsForOtherThings(String box) {
        assertWhole(
                read("<body><" + box + "><h1>No ferry before March</h1>" + TEXT + "</" + box.split(" ", -1)[0] + ">"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "span", "h2", "h3", "li", "font", "section", "blockquote", "td", "dd"})
    void wholeInParagraphsOfAnyTag(String tag) {
        assertWhole(read("<body><h1>No ferry before March</h1><div>" + paragraphs(tag) + "</div>"));
    }

    @Test
    void allRunningTextWhereEachPartIsNamedForSomethingElse() {
        StringBuilder page = new StringBuilder("<body><h1>No ferry before March</h1>");
        String[] names = {"sidebar", "newsletter", "popup", "breadcrumb", "social", "advert"};
        for (int i = 0; i < SENTENCES.length; i++) {
            page.append("<div class=")
                    .append(names[i])
                    .append("><p>")
                    .append(SENTENCES[i])
                    .append(' ');
            page.append(SENTENCES[i].replace("the", "that")).append("</p></div>");
        }
        assertWhole(read(page.toString()));
    }

    @Test
    void brokenAtRandomItIsEmptyOnlyWithTheReason() {
        Random random = new Random(7);
        String page = "<html><body><header><nav>Home</nav></header><main>"
                + "<article><h1>No ferry before March</h1>" + TEXT
                + "</article><aside><p>More</p></aside></main></body></html>";
        for (int i = 0; i < 300; i++) {
            StringBuilder broken = new StringBuilder();
            for (String part : page.split("(?=<)|(?<=>)", -1)) {
                broken.append(part.startsWith("<") && random.nextInt(4) == 0 ? "" : part);
            }
            Article article = read(broken.toString());
            assertFalse(
                    article.body().isBlank()
                            && article.notes().stream()
                                    .noneMatch(note -> note.value().equals("empty")),
                    broken::toString);
            assertTrue(article.body().length() > TEXT.length() / 3, broken::toString);
        }
    }

    @Test
    void textBeyondTwoMillionCharactersIsCutAndSaid() {
        Article article = read("<h1>No ferry</h1><p>" + "word ".repeat(900_000));
        String body = article.body();
        assertTrue(body.length() < 2_000_001 && body.length() > 1_900_000, () -> body.length() + " characters");
        assertEquals(
                1,
                article.notes().stream()
                        .filter(note -> note.value().equals("cut-short"))
                        .count());
        assertEquals(
                body.length(),
                article.blocks().stream()
                        .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                        .mapToInt(block -> block.place().end() - block.place().start())
                        .sum());
    }

    @Test
    void ofManyBytesNoHalfCharacterIsRead() {
        String word = "漢字の新聞 ";
        byte[] bytes = ("<p>" + word.repeat(700_000)).getBytes(StandardCharsets.UTF_8);
        Article article = new Extractor().extract(bytes, Optional.of("text/html; charset=utf-8"), "");
        assertFalse(article.body().contains("\uFFFD"));
        assertTrue(
                article.notes().stream()
                        .anyMatch(note ->
                                note.value().equals("cut-short") && note.exact().contains(bytes.length + " bytes")),
                article.notes()::toString);
    }

    @Test
    void targetsOfLinksAreMadeWhole() {
        Targets targets = new Targets("https://island.example:8443/news/ferry?x=1");
        assertEquals("https://island.example:8443/boats", targets.whole("/boats"));
        assertEquals("https://other.example/a?b#c", targets.whole("https://other.example/a?b#c"));
        assertEquals("https://island.example:8443/news/boats", targets.whole("boats"));
        assertEquals("https://other.example/", targets.whole("//other.example/"));
        assertEquals("mailto:a@b.example", targets.whole("mailto:a@b.example"));
        assertEquals("/boats", new Targets("").whole("/boats"));
    }
}

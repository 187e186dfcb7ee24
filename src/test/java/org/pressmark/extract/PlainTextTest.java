package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Field;

/** Articles as plain text, as mail and news agencies send them. */
class PlainTextTest {
    private static Article read(String text) {
        return new Extractor().extract(text.getBytes(StandardCharsets.UTF_8), Optional.of("text/plain"), "");
    }

    private static String value(Optional<Field> field) {
        return field.map(Field::value).orElse("");
    }

    private static List<String> authors(Article article) {
        return article.authors().stream().map(Field::value).toList();
    }

    @Test
    void headlineBylineAndDateOnLinesThatFollowEachOther() {
        Article article = read("""
                Ministers agree on a plan for the northern ports
                By Maria Keller and John Osei
                12 March 2026, 14:05

                VALLETTA, March 12 (Reuters) - Ministers of nine countries agreed on Thursday on
                a plan that would see the northern ports closed for three weeks, officials said.
                By Tuesday evening the plan had been
                signed by all of them but one, they added.
                """);
        assertEquals("Ministers agree on a plan for the northern ports", value(article.headline()));
        assertEquals(List.of("Maria Keller", "John Osei"), authors(article));
        assertEquals("2026-03-12T14:05", value(article.published()));
        assertEquals(1, article.body().split("\n\n").length, "wrapped lines are one paragraph: " + article.body());
    }

    @Test
    void aDateThatBeginsAsAListDoesIsADate() {
        Article article = read("""
                Die Lage am Hafen bleibt angespannt
                Von Anna Müller
                3. März 2026
                Die Minister haben sich am Donnerstag auf einen Plan geeinigt, der die Häfen im Norden für drei Wochen
                schließt, teilten Beamte mit.
                """);
        assertEquals("2026-03-03", value(article.published()));
        assertEquals(List.of("Anna Müller"), authors(article));
    }

    @Test
    void aHeadlineThatIsWrappedIsOne() {
        Article article = read("""
                A title that is wrapped over
                two lines as mail programs do it

                The first paragraph is long enough to be the text of this little story, as everyone will see.
                """);
        assertEquals("A title that is wrapped over two lines as mail programs do it", value(article.headline()));
    }
}

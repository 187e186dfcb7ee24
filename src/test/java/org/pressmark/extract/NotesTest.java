package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.Article;
import org.pressmark.model.Field;

class NotesTest {
    private static final String TEXT =
            "<p>The ministers of seven countries met on Monday in the old harbour and talked "
                    + "about the price of fish, which has risen for three years, without coming to an agreement on anything.</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soft-404|<h1>Page not found</h1><p>Sorry about that.</p>",
                "soft-404|<h1>Страница не найдена</h1><p>Попробуйте поиск.</p>",
                "soft-404|<h1>404</h1><p>Nothing here.</p>",
                "soft-404|<h1>ページが見つかりません</h1>",
                "rate-limit|<title>429 Too Many Requests</title><p>Slow down.</p>",
                "rate-limit|<h1>请求过于频繁</h1>",
                "wall|<title>Just a moment...</title><p>Checking your browser before you go on.</p>",
                "wall|<h1>Sind Sie ein Roboter?</h1><p>Bitte bestätigen.</p>",
                "wall|<p>Please enable JavaScript and cookies, then verify your age to enter this site.</p>",
                "wall|<h1>التحقق من العمر</h1><p>هل عمرك 18 عاما؟</p>",
                "needs-scripts|<div id=root></div><script src=/app.js></script>",
                "needs-scripts|<noscript>This app runs only with JavaScript.</noscript><script src=/a.js></script>"
            })
    void labelsWhatStandsInAnArticlesPlace(String label, String html) {
        assertTrue(labels(html).contains(label), () -> label + " " + labels(html));
    }

    @Test
    void labelsAStubByItsWordsOrByWhatThePageStates() {
        assertEquals(List.of("paywall-stub"), labels("<h1>Fish</h1>" + TEXT + "<p>Subscribe to continue reading.</p>"));
        assertEquals(
                List.of("paywall-stub"),
                labels(
                        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
                                + "<h1>Fish</h1>" + TEXT));
    }

    @Test
    void anOrdinaryArticleHasNoLabel() {
        assertEquals(List.of(), labels("<h1>Fish is dear</h1>" + TEXT.repeat(6)));
        assertEquals(
                List.of(),
                labels("<h1>Missing plane not found after a week of searching in the Indian Ocean</h1>" + TEXT));
        assertEquals(List.of(), labels("<h1>Just a moment in history</h1>" + TEXT + TEXT.replace("fish", "corn")));
    }

    @Test
    void namesTheOtherPagesOfAnArticle() {
        Article article = article("<h1>Fish</h1>" + TEXT.repeat(4)
                + "<div>1 <a href='/story?page=2'>2</a> <a href='/story?page=3'>3</a> <a href='/other/7'>7</a></div>");
        assertEquals(List.of("multi-page"), values(article));
        assertEquals(
                List.of("http://news.example/story?page=2", "http://news.example/story?page=3"),
                article.facts().stream()
                        .filter(fact -> fact.rule().startsWith("page."))
                        .map(Field::value)
                        .toList());
    }

    @Test
    void pagesOfCommentsAreNoPagesOfTheArticle() {
        assertEquals(
                List.of(),
                labels("<h1>Fish</h1>" + TEXT.repeat(4)
                        + "<a href='/story/comment-page-2'>2</a><a href='/tag/2'>2</a>"));
    }

    @Test
    void knowsLiveBlogsWithTheirEntries() {
        Article article =
                article("<script type=application/ld+json>{\"@type\":\"LiveBlogPosting\",\"headline\":\"Fish\","
                        + "\"liveBlogUpdate\":[{\"@type\":\"BlogPosting\",\"headline\":\"First\","
                        + "\"datePublished\":\"2024-01-30T10:00:00Z\"}]}</script><h1>Fish</h1>" + TEXT.repeat(5));
        assertEquals(List.of("live-blog"), values(article));
        assertTrue(article.facts().stream()
                .anyMatch(fact -> fact.rule().equals("json-ld.liveBlogUpdate.datePublished")
                        && fact.value().equals("2024-01-30T10:00:00Z")));
    }

    @Test
    void aListOfTeasersIsAnIndex() {
        StringBuilder html = new StringBuilder("<title>News</title>");
        for (int i = 0; i < 14; i++) {
            html.append("<div><h2><a href='/s")
                    .append(i)
                    .append("'>A headline of a story ")
                    .append(i);
            html.append("</a></h2></div>");
        }
        assertTrue(labels(html.toString()).contains("index-page"), () -> "" + labels(html.toString()));
    }

    private static List<String> labels(String html) {
        return values(article(html));
    }

    private static List<String> values(Article article) {
        return article.notes().stream()
                .map(Field::value)
                .filter(value -> !value.equals("empty"))
                .toList();
    }

    private static Article article(String html) {
        return new Extractor()
                .extract(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "http://news.example/story");
    }

    @ParameterizedTest
    @CsvSource({
        "Page 2 of 5",
        "Seite 2 von 5",
        "страница 2 из 5",
        "– Página 2 de 5 –",
        "第2页/共5页",
        "2/5ページ",
        "صفحة 2 من 5"
    })
    void lineThatCountsPagesSaysThatThereAreMore(String line) {
        assertEquals(List.of("multi-page"), labels("<h1>Fish</h1>" + TEXT + TEXT + "<div>" + line + "</div>"));
        String plain =
                "Fish\n\nThe ministers of seven countries met on Monday in the old harbour and talked about fish for long."
                        + "\n\n" + line + "\n";
        assertEquals(
                List.of("multi-page"),
                values(new Extractor().extract(plain.getBytes(StandardCharsets.UTF_8), Optional.of("text/plain"), "")));
    }

    @Test
    void onePageOfOneIsNoPart() {
        assertEquals(List.of(), labels("<h1>Fish</h1>" + TEXT + TEXT + "<div>Page 1 of 1</div>"));
    }
}

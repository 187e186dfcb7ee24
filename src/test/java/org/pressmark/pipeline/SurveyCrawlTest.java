package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.pressmark.pipeline.CrawlHouse.HOST;
import static org.pressmark.pipeline.CrawlHouse.article;
import static org.pressmark.pipeline.CrawlHouse.feed;
import static org.pressmark.pipeline.CrawlHouse.item;
import static org.pressmark.pipeline.CrawlHouse.rss;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.CrawlState;
import org.pressmark.model.Scope;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/** How a crawl stands, as another process reads it from the index. */
class SurveyCrawlTest {
    @TempDir
    Path folder;

    @Test
    void tellsQueuesRefusalsAndThatAHostIsLetAlone() throws Exception {
        try (TestPress press = TestPress.open()) {
            press.page(
                            HOST,
                            "/feed",
                            Reply.content(
                                    "text/xml",
                                    rss(item("/a", ""), item("/private", ""), item("/busy", ""))
                                            .getBytes(StandardCharsets.UTF_8)))
                    .page(HOST, "/robots.txt", Reply.text("User-agent: *\nDisallow: /private\n"))
                    .page(HOST, "/a", Reply.html(article("A", "first")))
                    .page(HOST, "/busy", Reply.answer("503 Later", "Retry-After: 7200\r\n", new byte[0]));
            CrawlHouse house = new CrawlHouse(folder, press);
            house.crawl(feed(Scope.ofHosts(List.of(HOST), 1)));
            try (Pipeline open = house.open()) {
                SurveyCrawl survey = new SurveyCrawl(open);
                CrawlState state = survey.now();
                assertEquals(1L, state.attempts().get("refused robots"), state.toString());
                CrawlState.Queue host = state.hosts().get(0);
                assertEquals(HOST, host.name());
                assertEquals(4, host.known());
                assertTrue(host.quietUntil().isPresent(), host.toString());
                assertEquals(1, state.versions());
                house.clock.advance(Duration.ofHours(3));
                assertTrue(survey.now().hosts().get(0).quietUntil().isEmpty());
            }
        }
    }
}

package org.pressmark.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.CapturePage;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** An archive that a press on loopback fills, and a server over it whose owner may act. */
final class NewsHouse implements AutoCloseable {
    static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";
    static final String STORY = "http://paper.example/world/ministers-meet";
    static final String COPY = "http://republisher.example/news/minister-answers";
    static final String FRESH = "http://paper.example/world/harbour";

    private final TestPress press = TestPress.open();
    private final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    private final List<Finding> findings = new ArrayList<>();
    private final Pipeline house;
    private final ArchiveHall hall;
    private final WebServer server;

    private NewsHouse(Path folder) throws IOException {
        press.page(
                "paper.example", "/world/ministers-meet", Reply.html(story("")), Reply.html(story("[Is it true?] ")));
        press.page("paper.example", "/world/harbour", Reply.html(article("Harbour is frozen", "", harbour())));
        press.page(
                "republisher.example",
                "/news/minister-answers",
                Reply.html(article(
                        "Minister gives an answer",
                        "<p>Source: AFP</p><p>Original url: <a href=\"" + STORY + "\">" + STORY + "</a></p>",
                        said("[Is it true?] "))));
        Map<Setting, Settings.Value> values = new HashMap<>();
        Map.of(
                        Setting.ARCHIVE_DIR, folder.resolve("warcs").toString(),
                        Setting.FETCH_ALLOW_ADDRESSES, "127.0.0.1",
                        Setting.FETCH_CONNECT_TO,
                                press.connectTo("paper.example") + "," + press.connectTo("republisher.example"),
                        Setting.FETCH_DELAY, "0s",
                        Setting.FETCH_REQUISITE_DELAY, "0s",
                        Setting.ARCHIVE_FILE_AGE, "3650d")
                .forEach((setting, text) -> values.put(setting, new Settings.Value(text, "test")));
        Path list = Files.writeString(folder.resolve("sources.yaml"), """
            sources:
              - name: The Paper
                feeds: [http://paper.example/feed]
              - name: A paper that is paused, whose name is long enough to need more than a line on a phone
                seeds: [http://republisher.example/]
                paused: true
            """);
        house = Pipeline.open(Settings.defaults().with(values), "test", findings::add, clock);
        hall = new ArchiveHall(house, new SourceList(list));
        server = WebServer.start(hall, "127.0.0.1", 0, ServeOptions.STANDARD, TOKEN);
    }

    /** An empty archive. */
    static NewsHouse empty(Path folder) throws IOException {
        NewsHouse house = new NewsHouse(folder);
        new CapturePage(house.house, asked -> {}).close();
        return house;
    }

    /** A story that was edited after a day, a copy of it, and a page that is gone. */
    static NewsHouse filled(Path folder) throws IOException {
        NewsHouse house = new NewsHouse(folder);
        house.capture(STORY);
        house.clock.advance(Duration.ofDays(1));
        house.capture(STORY);
        house.capture("http://paper.example/gone");
        house.clock.advance(Duration.ofHours(2));
        house.capture(COPY);
        house.clock.advance(Duration.ofDays(30));
        house.capture(STORY);
        return house;
    }

    /** Captures a page at once, as a terminal would. */
    void capture(String url) throws IOException {
        try (CapturePage capture = new CapturePage(house, asked -> {})) {
            capture.capture(url);
        }
    }

    /** A day passes. */
    void later() {
        clock.advance(Duration.ofDays(1));
    }

    /** A page's captures, oldest first. */
    List<Capture> captures(String url) {
        return new Holdings(house).captures(url);
    }

    String origin() {
        return server.url().replaceAll("/$", "");
    }

    /** The link that the owner is shown. */
    String entrance() {
        return origin() + "/enter?token=" + TOKEN;
    }

    /** Every kind of page that the server has, by name. */
    Map<String, String> everyKind() {
        List<Capture> story = captures(STORY);
        String first = story.get(0).recordId();
        String second = story.get(1).recordId();
        String copy = captures(COPY).get(0).recordId();
        Map<String, String> pages = new HashMap<>();
        pages.put("home", "/");
        pages.put("search", "/search?q=answer");
        pages.put("search-nothing", "/search?q=zeppelin");
        pages.put("search-wrong", "/search?q=%28");
        pages.put("page", Hrefs.page(STORY));
        pages.put("comparison", Hrefs.compare(first, second));
        pages.put("apparatus", Hrefs.apparatus(List.of(first, second, copy)));
        pages.put("versions", Hrefs.versions(STORY));
        pages.put("chain", Hrefs.chain(copy));
        pages.put("frame", Hrefs.view(story.get(0)));
        pages.put("extraction", Hrefs.extraction(story.get(1)));
        pages.put("outline", Hrefs.outlined(story.get(1)));
        pages.put("site", Hrefs.site("paper.example"));
        pages.put("sources", "/sources");
        pages.put("crawl", "/crawl");
        pages.put("edits", "/edits");
        pages.put("archive", "/archive");
        pages.put("message", "/page?url=" + URLEncoder.encode("http://nowhere.example/", StandardCharsets.UTF_8));
        pages.put("capturing", Hrefs.capturing("http://paper.example/gone"));
        return pages;
    }

    private static String story(String added) {
        return article("Ministers meet in Ankara", "<p class=\"byline\">By Jane Doe</p>", said(added));
    }

    private static String said(String added) {
        return "<p>Turkey's foreign minister told reporters on Monday that the talks had been long and open.</p>"
                + "<p>“For any proposal to be accepted, it should be acceptable by both sides. " + added
                + "Russia made some proposals,” Minister Mevlut Cavusoglu said on Monday in Ankara.</p><p>He gave no"
                + " answer to the question when the next meeting of the two sides would be held.</p><p>The alliance"
                + " has said that it will answer the proposals in writing within the next two weeks.</p>";
    }

    private static String harbour() {
        return "<p>The harbour of the old town has been frozen for the first time in forty years, pilots said.</p>"
                + "<p>Three ships wait at its mouth for the icebreaker, which is expected there on Thursday.</p>";
    }

    private static String article(String title, String beside, String text) {
        return "<!doctype html><html lang=en><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1>" + beside + text + "</article></body></html>";
    }

    @Override
    public void close() throws IOException {
        server.close();
        hall.close();
        house.close();
        press.close();
    }
}

package org.pressmark.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Finding;
import org.pressmark.model.Schedule;
import org.pressmark.model.Scope;
import org.pressmark.model.Source;
import org.pressmark.testing.TestClock;
import org.pressmark.testing.TestPress;

/** An archive in a folder, a press to crawl, a clock that is set by hand. */
final class CrawlHouse {
    static final String HOST = "news.example";
    static final String BASE = "http://" + HOST;
    static final Schedule.Adaptive HOURLY =
            new Schedule.Adaptive(Duration.ofHours(1), Duration.ofDays(7), Duration.ofDays(90));

    final TestClock clock = TestClock.at("2026-03-01T12:00:00Z");
    final List<Finding> notices = new ArrayList<>();
    private final Path folder;
    private final TestPress press;
    private final Map<Setting, Settings.Value> set = new EnumMap<>(Setting.class);

    CrawlHouse(Path folder, TestPress press) {
        this.folder = folder;
        this.press = press;
    }

    /** The same house under another setting. */
    CrawlHouse with(Setting setting, String text) {
        set.put(setting, new Settings.Value(text, "test"));
        return this;
    }

    Pipeline open() {
        Map<Setting, Settings.Value> values = new EnumMap<>(set);
        Map.of(
                        Setting.ARCHIVE_DIR, folder.resolve("warcs").toString(),
                        Setting.FETCH_CONNECT_TO, press.connectTo(HOST) + "," + press.connectTo("other.example"),
                        Setting.FETCH_DELAY, "0s",
                        Setting.FETCH_REQUISITE_DELAY, "0s",
                        Setting.ARCHIVE_FILE_AGE, "3650d")
                .forEach((setting, text) -> values.put(setting, new Settings.Value(text, "test")));
        return Pipeline.open(Settings.defaults().with(values), "test", notices::add, clock);
    }

    CrawlSummary crawl(Source source) throws Exception {
        return crawl(source, false);
    }

    CrawlSummary crawl(Source source, boolean again) throws Exception {
        try (Pipeline house = open();
                RunCrawl crawl = new RunCrawl(house)) {
            return crawl.run(List.of(source), again, () -> false, summary -> {});
        }
    }

    static Source feed(Scope scope) {
        return new Source(
                "paper",
                List.of(),
                List.of(BASE + "/feed"),
                List.of(),
                List.of(),
                scope,
                HOURLY,
                Source.Limits.DEFAULT,
                false);
    }

    static Source seed(int hops) {
        return new Source(
                "site",
                List.of(BASE + "/"),
                List.of(),
                List.of(Source.ROBOTS),
                List.of(),
                Scope.ofHosts(List.of(HOST), hops),
                HOURLY,
                Source.Limits.DEFAULT,
                false);
    }

    static String article(String title, String text) {
        return "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>"
                + ("<p>" + text + " This paragraph is long enough to be the text of an article of this paper.</p>")
                        .repeat(4)
                + "</article></body></html>";
    }

    static String rss(String... items) {
        return "<rss version=\"2.0\"><channel>" + String.join("", items) + "</channel></rss>";
    }

    static String item(String path, String updated) {
        return "<item><link>" + BASE + path + "</link><guid>" + path + "</guid>"
                + (updated.isEmpty() ? "" : "<updated>" + updated + "</updated>") + "</item>";
    }
}

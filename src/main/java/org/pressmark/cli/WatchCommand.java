package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.pressmark.config.Setting;
import org.pressmark.config.SettingException;
import org.pressmark.config.Settings;
import org.pressmark.json.CrawlSummaryJson;
import org.pressmark.json.Json;
import org.pressmark.model.CrawlSummary;
import org.pressmark.model.Finding;
import org.pressmark.model.Source;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.WatchSources;
import org.pressmark.report.CrawlLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Watches the sources for good. */
@Command(
        name = "watch",
        description = {
            "Follow the sources for good, as a service does: new articles are captured, known ones visited again, often while they"
                    + " are fresh and by the edits seen.",
            "A changed list of sources holds at once. Ctrl-C or SIGTERM ends it cleanly; it goes on where it was."
        },
        footer = {"", "Example:  pressmark watch --sources my-papers.yaml --archive /srv/warcs"})
final class WatchCommand extends BaseCommand {
    /** So often the files of cookies and headers are read again, which the list only names. */
    private static final long NOW_AND_THEN = TimeUnit.MINUTES.toNanos(1);

    @Mixin
    private final CrawlOptions crawling = new CrawlOptions();

    @Override
    void flags(Map<Setting, Settings.Value> values) {
        crawling.flags(values);
    }

    @Override
    ExitCode run() throws IOException {
        Listed listed = new Listed();
        try (CrawlProgress progress = new CrawlProgress(terminal(), style());
                StopSignal stop = new StopSignal(ExitCode.OK, progress::ending)) {
            CrawlSummary summary = watch(listed, stop, progress);
            progress.clear();
            out().print(
                            common.json
                                    ? Json.pretty(CrawlSummaryJson.write(summary))
                                    : CrawlLines.summary(summary, style()));
            out().flush();
            return ExitCode.OK;
        }
    }

    private CrawlSummary watch(Listed listed, StopSignal stop, CrawlProgress progress) throws IOException {
        try (Pipeline house = open(progress::clear);
                WatchSources watch = new WatchSources(house)) {
            return watch.run(listed::now, stop::wanted, progress::at);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /**
     * The list of sources as it stands in the file, and their cookies and headers in theirs; while something there is wrong,
     * as it stood before.
     */
    private final class Listed {
        private final Path file = crawling.file();
        private List<Source> sources = crawling.read();
        private FileTime changed = Files.getLastModifiedTime(file);
        private long readAt = System.nanoTime();
        private String said = "";

        Listed() throws IOException {}

        List<Source> now() {
            try {
                FileTime found = Files.getLastModifiedTime(file);
                if (!found.equals(changed) || System.nanoTime() - readAt > NOW_AND_THEN) {
                    changed = found;
                    readAt = System.nanoTime();
                    sources = crawling.read();
                    said = "";
                }
            } catch (IOException | SettingException e) {
                complain(e.getMessage() + "; the list stays as it was");
            }
            return sources;
        }

        private void complain(String words) {
            if (!words.equals(said)) {
                said = words;
                notice(new Finding(Finding.Level.WARNING, "sources-unreadable", "", -1, words));
            }
        }
    }
}

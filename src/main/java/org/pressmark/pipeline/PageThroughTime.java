package org.pressmark.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.pressmark.compare.Comparer;
import org.pressmark.extract.Extractor;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Digest;
import org.pressmark.model.HttpHead;
import org.pressmark.model.PageHistory;
import org.pressmark.model.UrlKey;
import org.pressmark.model.Version;
import org.pressmark.model.Witness;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.report.HeaderChange;
import org.pressmark.report.HistoryPart;
import org.pressmark.reuse.Wording;

/** A page's captures in the order of time, what differs from each text to the next, and any two of them set side by side. */
public final class PageThroughTime {
    private final ReplayCapture replay;
    private final Map<String, Article> articles = new HashMap<>();

    public PageThroughTime(ReplayCapture replay) {
        this.replay = replay;
    }

    /**
     * A stretch of the page's history; without texts where no capture holds an article.
     *
     * @param until number of the last text that is wanted; else the last of all
     * @param most texts that are wanted
     * @throws PipelineException NOT_FOUND where nothing is stored under the address
     */
    public HistoryPart of(String url, OptionalInt until, int most) throws IOException {
        List<Capture> captures = replay.captures(url);
        if (captures.isEmpty()) {
            replay.choose(new Reference.Stored(url, "")); // says what is near
            throw new PipelineException(Trouble.NOT_FOUND, url + ": not stored");
        }
        String stored = captures.get(captures.size() - 1).url();
        return replay.shelf().given()
                ? read(stored, captures, until, most)
                : new CompareVersions(replay.house()).timeline(stored, until, most);
    }

    /** Compares the articles of two captures. */
    public Comparison compare(Capture base, Capture other) throws IOException {
        return replay.shelf().given()
                ? new Comparer().compare(witness("A", base), witness("B", other))
                : new CompareArticles(replay.house()).compare(base, other);
    }

    /** The headers that two answers do not share, in the order of the first. */
    public static List<HeaderChange> headers(ArchivedResponse base, ArchivedResponse other) {
        Map<String, String> before = headers(base.head());
        Map<String, String> after = headers(other.head());
        List<HeaderChange> out = new ArrayList<>();
        before.forEach((name, value) -> {
            String now = after.getOrDefault(name, "");
            if (!now.equals(value)) {
                out.add(new HeaderChange(name, value, now));
            }
        });
        after.forEach((name, value) -> {
            if (!before.containsKey(name)) {
                out.add(new HeaderChange(name, "", value));
            }
        });
        return out;
    }

    private static Map<String, String> headers(Optional<HttpHead> head) {
        Map<String, String> out = new LinkedHashMap<>();
        head.ifPresent(found -> {
            out.put("(status)", found.startLine());
            found.headers()
                    .forEach(header -> out.merge(
                            header.name().toLowerCase(java.util.Locale.ROOT),
                            header.value(),
                            (one, more) -> one + ", " + more));
        });
        return out;
    }

    /** The history of captures that no index knows: their articles are read now. */
    private HistoryPart read(String url, List<Capture> captures, OptionalInt until, int most) throws IOException {
        UrlKey key = captures.get(0).key();
        List<Version> versions = new ArrayList<>();
        List<Integer> versionOf = new ArrayList<>();
        Map<String, Capture> byRecord = new HashMap<>();
        for (Capture capture : captures) {
            byRecord.put(capture.recordId(), capture);
            Optional<Article> article = Documents.readable(capture)
                    ? Guarded.call(
                                    capture.url(),
                                    () -> article(capture),
                                    replay.house().notices())
                            .filter(Wording::present)
                    : Optional.empty();
            if (article.isEmpty()) {
                versionOf.add(0);
                continue;
            }
            Digest text = Wording.digest(article.get());
            int last = versions.size() - 1;
            if (last >= 0 && versions.get(last).textDigest().equals(text)) {
                Version run = versions.get(last);
                versions.set(
                        last,
                        new Version(
                                key,
                                run.number(),
                                run.firstCapture(),
                                run.firstSeen(),
                                capture.date(),
                                run.captures() + 1,
                                text,
                                run.headline()));
            } else {
                String headline =
                        article.get().headline().map(field -> field.value()).orElse(capture.url());
                versions.add(new Version(
                        key, last + 2, capture.recordId(), capture.date(), capture.date(), 1, text, headline));
            }
            versionOf.add(versions.size());
        }
        List<PageHistory.Step> steps = new ArrayList<>();
        Stretch stretch = Stretch.of(versions.size(), until, most);
        List<Version> wanted = stretch.withTheOneBefore(versions);
        for (int i = 1; i < wanted.size(); i++) {
            Version from = wanted.get(i - 1);
            Version to = wanted.get(i);
            Capture a = byRecord.get(from.firstCapture());
            Capture b = byRecord.get(to.firstCapture());
            if (a != null && b != null) {
                steps.add(new PageHistory.Step(from, to, compare(a, b)));
            }
        }
        return new HistoryPart(
                new PageHistory(
                        url,
                        stretch.of(captures, versionOf, versions.size()),
                        stretch.of(versionOf, versionOf, versions.size()),
                        stretch.of(versions),
                        steps),
                versions,
                captures.size());
    }

    private Witness witness(String siglum, Capture capture) throws IOException {
        String host = WebAddress.parse(capture.url()).map(WebAddress::host).orElse(capture.url());
        return new Witness(
                siglum,
                host + ", " + capture.date(),
                article(capture),
                Optional.of(capture),
                Optional.of(capture.date()));
    }

    private Article article(Capture capture) throws IOException {
        Article known = articles.get(capture.recordId());
        if (known != null) {
            return known;
        }
        ArchivedResponse response = replay.read(capture);
        Article read =
                new Extractor().extract(Documents.payload(response).bytes(), response.contentType(), capture.url());
        articles.put(capture.recordId(), read);
        return read;
    }
}

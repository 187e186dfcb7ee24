package org.pressmark.pipeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.WaczWriter;
import org.pressmark.archive.WarcExtract;
import org.pressmark.archive.ZipNum;
import org.pressmark.json.Json;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Gives stored pages to other software, with all that is needed to see them. */
public final class ExportCaptures {
    private static final String DATA = "data.warc.gz";

    /** A list of more lines than these is cut into members that are read one by one. */
    private static final int LONGEST_INDEX = 50_000;

    /** Text of one page in a list of pages, which viewers hold in memory. */
    private static final int LONGEST_TEXT = 100_000;

    private final Pipeline house;

    public ExportCaptures(Pipeline house) {
        this.house = house;
    }

    /** How many captures were written, and of how many pages. */
    public record Exported(int captures, int pages) {}

    /**
     * A WARC file: records as they are stored, byte for byte.
     *
     * @param urls addresses, perhaps with {@code @} and a time, or with {@code *} behind their beginning
     * @param name the file's name, for its warcinfo record
     */
    public Exported warc(List<String> urls, String name, OutputStream out) throws IOException {
        CollectCaptures collected = collected(urls);
        write(collected.all(), name, out);
        return new Exported(collected.all().size(), collected.pages().size());
    }

    /** A WACZ file: the same, with an index, a list of the pages, and a signature over it all. */
    public Exported wacz(List<String> urls, OutputStream out) throws IOException {
        CollectCaptures collected = collected(urls);
        Path folder = Files.createDirectories(house.passing().resolve(house.newUuid()));
        Path warc = folder.resolve(DATA);
        Path index = folder.resolve("index.cdxj");
        Path members = folder.resolve("index.cdx.gz");
        Path keys = folder.resolve("index.idx");
        Instant now = house.clock().instant();
        try (WaczWriter wacz = new WaczWriter(out, now)) {
            try (OutputStream stored = new BufferedOutputStream(Files.newOutputStream(warc))) {
                write(collected.all(), DATA, stored);
            }
            long listed = list(warc, index);
            List<Capture> pages = collected.pages().stream()
                    .sorted(Comparator.comparing(Capture::date))
                    .toList();
            wacz.add("archive/" + DATA, warc);
            if (listed <= LONGEST_INDEX) {
                wacz.add("indexes/index.cdxj", index);
            } else {
                ZipNum.write(index, members, keys);
                wacz.add("indexes/index.cdx.gz", members);
                wacz.add("indexes/index.idx", keys);
            }
            wacz.add("pages/pages.jsonl", pageList(pages));
            Optional<Capture> first = pages.stream().findFirst();
            wacz.finish(
                    first.flatMap(this::title).orElseGet(() -> urls.get(0)),
                    house.software(),
                    first.map(Capture::url),
                    first.map(Capture::date),
                    new SigningKey(house).signer());
            return new Exported(collected.all().size(), pages.size());
        } finally {
            for (Path passing : List.of(warc, index, members, keys, folder)) {
                Files.deleteIfExists(passing);
            }
        }
    }

    /** Writes the index of a WARC file; gives the number of its lines. */
    private long list(Path warc, Path index) throws IOException {
        long[] count = new long[1];
        try (var lines = Files.newBufferedWriter(index)) {
            new ExportIndex(house).files(ExportIndex.Form.SHOWN, List.of(warc), line -> {
                lines.append(line).append('\n');
                count[0]++;
            });
        }
        return count[0];
    }

    /** One HTML file with pictures and styles inside, of the one capture that is named. */
    public RenderCapture.Single html(List<String> urls) throws IOException {
        if (urls.size() != 1 || !(Reference.parse(urls.get(0)) instanceof Reference.Stored asked)) {
            throw new PipelineException(
                    Trouble.INPUT, String.join(" ", urls) + ": --html takes one address of a stored page");
        }
        ReplayCapture replay = new ReplayCapture(house);
        ArchivedResponse response = replay.read(replay.choose(asked).capture());
        try {
            return new RenderCapture(replay).single(response);
        } finally {
            replay.letGo(response);
        }
    }

    private CollectCaptures collected(List<String> urls) throws IOException {
        new CatchUp(house).run();
        CollectCaptures collected = new CollectCaptures(house);
        urls.forEach(collected::add);
        return collected;
    }

    private void write(Collection<Capture> captures, String name, OutputStream out) throws IOException {
        WarcExtract extract = house.warcs().extract(out, name);
        List<Capture> inOrder = captures.stream()
                .sorted(Comparator.comparing(
                                (Capture capture) -> capture.location().file())
                        .thenComparing(capture -> capture.location().offset()))
                .toList();
        for (Capture capture : inOrder) {
            if (!extract.add(capture)) {
                house.notices()
                        .accept(new Finding(
                                Finding.Level.WARNING,
                                "not-exported",
                                capture.location().file(),
                                capture.location().offset(),
                                capture.url()
                                        + " lies in an ARC file, whose records cannot stand in a WARC file; left out"));
            }
        }
    }

    private String pageList(List<Capture> pages) {
        StringBuilder out = new StringBuilder()
                .append(Json.compact(Json.object()
                        .put("format", "json-pages-1.0")
                        .put("id", "pages")
                        .put("title", "All Pages")))
                .append('\n');
        for (Capture page : pages) {
            var line = Json.object()
                    .put("id", page.recordId())
                    .put("url", page.url())
                    .put("ts", page.date().toString());
            article(page).ifPresent(said -> {
                said.headline().ifPresent(headline -> line.put("title", headline.value()));
                String text = said.body();
                line.put("text", text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
            });
            out.append(Json.compact(line.put("size", page.payloadLength()))).append('\n');
        }
        return out.toString();
    }

    private Optional<String> title(Capture page) {
        return article(page).flatMap(Article::headline).map(headline -> headline.value());
    }

    private Optional<Article> article(Capture page) {
        return house.store().read(tx -> tx.articles().ofCapture(page.recordId()));
    }
}

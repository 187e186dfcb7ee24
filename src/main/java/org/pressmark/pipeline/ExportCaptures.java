package org.pressmark.pipeline;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.WaczWriter;
import org.pressmark.archive.WarcExtract;
import org.pressmark.archive.ZipNum;
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

    /** What stands for all that is stored, in place of addresses. */
    public static final List<String> EVERYTHING = List.of("*");

    private final Pipeline house;

    public ExportCaptures(Pipeline house) {
        this.house = house;
    }

    /** How many captures were written, and of how many pages. */
    public record Exported(int captures, int pages) {}

    /**
     * A WARC file: records as they are stored, byte for byte.
     *
     * @param urls addresses, perhaps with {@code @} and a time, or with {@code *} behind their beginning; or
     *     {@link #EVERYTHING}
     * @param name the file's name, for its warcinfo record
     */
    public Exported warc(List<String> urls, String name, OutputStream out) throws IOException {
        Outgoing outgoing = outgoing(urls);
        int captures = write(outgoing, name, out);
        int[] pages = new int[1];
        outgoing.pages(page -> pages[0]++);
        return new Exported(captures, pages[0]);
    }

    /** A WACZ file: the same, with an index, a list of the pages, and a signature over it all. */
    public Exported wacz(List<String> urls, OutputStream out) throws IOException {
        Outgoing outgoing = outgoing(urls);
        Path folder = Files.createDirectories(house.passing().resolve(house.newUuid()));
        Path warc = folder.resolve(DATA);
        Path index = folder.resolve("index.cdxj");
        Path members = folder.resolve("index.cdx.gz");
        Path keys = folder.resolve("index.idx");
        Path list = folder.resolve("pages.jsonl");
        Instant now = house.clock().instant();
        try (WaczWriter wacz = new WaczWriter(out, now)) {
            int captures;
            try (OutputStream stored = new BufferedOutputStream(Files.newOutputStream(warc))) {
                captures = write(outgoing, DATA, stored);
            }
            long listed = list(warc, index);
            PageList pages = list(outgoing, list);
            wacz.add("archive/" + DATA, warc);
            if (listed <= LONGEST_INDEX) {
                wacz.add("indexes/index.cdxj", index);
            } else {
                ZipNum.write(index, members, keys);
                wacz.add("indexes/index.cdx.gz", members);
                wacz.add("indexes/index.idx", keys);
            }
            wacz.add("pages/pages.jsonl", list);
            boolean everything = urls.equals(EVERYTHING);
            Optional<Capture> first = everything ? Optional.empty() : pages.first();
            wacz.finish(
                    everything
                            ? "Everything in an archive of Pressmark"
                            : first.flatMap(this::title).orElseGet(() -> urls.get(0)),
                    house.software(),
                    first.map(Capture::url),
                    first.map(Capture::date),
                    new SigningKey(house).signer());
            return new Exported(captures, pages.count());
        } finally {
            for (Path passing : List.of(warc, index, members, keys, list, folder)) {
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

    private Outgoing outgoing(List<String> urls) throws IOException {
        new CatchUp(house).run();
        if (urls.equals(EVERYTHING)) {
            return new EveryCapture(house);
        }
        CollectCaptures collected = new CollectCaptures(house);
        urls.forEach(collected::add);
        return collected;
    }

    private int write(Outgoing outgoing, String name, OutputStream out) throws IOException {
        WarcExtract extract = house.warcs().extract(out, name);
        int[] count = new int[1];
        outgoing.captures(capture -> {
            count[0]++;
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
        });
        return count[0];
    }

    private PageList list(Outgoing outgoing, Path file) throws IOException {
        try (PageList list = new PageList(house, file)) {
            outgoing.pages(list::add);
            return list;
        }
    }

    private Optional<String> title(Capture page) {
        return article(page).flatMap(Article::headline).map(headline -> headline.value());
    }

    private Optional<Article> article(Capture page) {
        return house.store().read(tx -> tx.articles().ofCapture(page.recordId()));
    }
}

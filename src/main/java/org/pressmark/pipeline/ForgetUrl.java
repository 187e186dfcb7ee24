package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.TwinTable;

/**
 * A takedown: all captures of an address go out of the WARC files, the index, replay and search. In each one's place stands a
 * record that says what was there, when and why it was taken out; the log has a leaf that says so. Each file changes in one
 * step, and what is interrupted is finished by the next command. The address is not captured again until it is allowed.
 */
public final class ForgetUrl {
    private static final int MOST = 1_000_000;

    private final Pipeline house;

    public ForgetUrl(Pipeline house) {
        this.house = house;
    }

    /** What would go, or went. */
    public record Gone(String url, int captures, int files) {}

    /** What would go. */
    public Gone plan(String url) {
        return gone(url, byFile(url));
    }

    private static Gone gone(String url, Map<String, Set<String>> files) {
        long captures = files.values().stream().flatMap(Set::stream).distinct().count();
        return new Gone(url, (int) captures, files.size());
    }

    /**
     * Takes everything of an address out.
     *
     * @param reason why, for those who find the place later; it is stored in the WARC file and, as a digest, in the log
     */
    public Gone forget(String given, String reason) throws IOException {
        String url = Reference.asked(given);
        house.needWritable();
        new CatchUp(house).run();
        Map<String, Set<String>> files = byFile(url);
        for (String file : files.keySet()) {
            ready(file);
        }
        house.journal().settle(EnterFiles.Progress.SILENT, true);
        house.journal()
                .forgotten()
                .add(
                        UrlKey.of(url),
                        house.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString());
        new Takedowns(house).take(files, reason);
        return gone(url, files);
    }

    /** Lets an address be captured again. */
    public void allow(String given) throws IOException {
        house.needWritable();
        String url = Reference.asked(given);
        if (house.journal().forgotten().since(UrlKey.of(url)).isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND, url + ": this address was not taken down, or is allowed again");
        }
        house.journal().forgotten().allow(UrlKey.of(url));
    }

    /**
     * The records that go, by file. Files that hold none but twins come first: whatever interrupts it, the index knows the
     * address until the last file is written anew.
     */
    private Map<String, Set<String>> byFile(String url) {
        Map<String, Set<String>> out = new LinkedHashMap<>();
        house.store().read(tx -> {
            Map<String, Set<String>> first = new TreeMap<>();
            tx.captures()
                    .of(UrlKey.of(url), 0, MOST)
                    .forEach(capture -> add(first, capture.recordId(), capture.location()));
            Map<String, Set<String>> twins = new TreeMap<>();
            for (TwinTable.Twin twin : tx.twins().of(UrlKey.of(url))) {
                add(first.containsKey(twin.location().file()) ? first : twins, twin.recordId(), twin.location());
            }
            out.putAll(twins);
            out.putAll(first);
            return true;
        });
        if (out.isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    url + ": not in the archive " + house.folder() + "; 'pressmark list' shows what is");
        }
        return out;
    }

    private static void add(Map<String, Set<String>> files, String recordId, RecordLocation place) {
        files.computeIfAbsent(place.file(), file -> new TreeSet<>()).add(recordId);
    }

    private void ready(String file) {
        if (!Files.exists(house.folder().resolve(file))) {
            throw new PipelineException(
                    Trouble.STORAGE,
                    file + ": another process is writing this file; stop it ('serve', 'watch', 'crawl') and try again");
        }
        if (Takedowns.fixed(file)) {
            throw new PipelineException(
                    Trouble.INPUT,
                    file + ": nothing can be taken out of an ARC file, which has no place for a note; write it as WARC"
                            + " with another tool, import that, and remove this file");
        }
    }
}

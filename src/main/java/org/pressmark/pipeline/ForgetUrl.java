package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.UrlKey;
import org.pressmark.pipeline.PipelineException.Trouble;

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
        List<Capture> captures = captures(url);
        return new Gone(url, captures.size(), byFile(captures).size());
    }

    /**
     * Takes everything of an address out.
     *
     * @param reason why, for those who find the place later; it is stored in the WARC file and, as a digest, in the log
     */
    public Gone forget(String given, String reason) throws IOException {
        String url = Reference.asked(given);
        new CatchUp(house).run();
        Map<String, Set<String>> files = byFile(captures(url));
        for (String file : files.keySet()) {
            ready(file);
        }
        house.journal().settle(EnterFiles.Progress.SILENT, true);
        Instant now = house.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        house.journal().forgotten().add(UrlKey.of(url), now.toString());
        Takedowns takedowns = new Takedowns(house);
        int count = 0;
        for (Map.Entry<String, Set<String>> file : files.entrySet()) {
            String name = file.getKey();
            Path pending = takedowns.pending(name);
            count += file.getValue().size();
            house.journal().ledger().settling(() -> {
                Digest before = FileDigest.of(house.folder().resolve(name));
                house.warcs()
                        .writeWithout(
                                name,
                                pending,
                                file.getValue(),
                                Map.of("forgotten-at", now.toString(), "reason", reason));
                house.journal()
                        .seal(Leaves.retraction(
                                name,
                                before,
                                FileDigest.of(pending),
                                Files.size(pending),
                                List.copyOf(file.getValue()),
                                reason));
                takedowns.apply(name, pending, true);
                return true;
            });
        }
        return new Gone(url, count, files.size());
    }

    /** Lets an address be captured again. */
    public void allow(String given) throws IOException {
        String url = Reference.asked(given);
        if (house.journal().forgotten().since(UrlKey.of(url)).isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND, url + ": this address was not taken down, or is allowed again");
        }
        house.journal().forgotten().allow(UrlKey.of(url));
    }

    private List<Capture> captures(String url) {
        List<Capture> found = house.store().read(tx -> tx.captures().of(UrlKey.of(url), 0, MOST));
        if (found.isEmpty()) {
            throw new PipelineException(
                    Trouble.NOT_FOUND,
                    url + ": not in the archive " + house.folder() + "; 'pressmark list' shows what is");
        }
        return found;
    }

    private static Map<String, Set<String>> byFile(List<Capture> captures) {
        Map<String, Set<String>> out = new TreeMap<>();
        captures.forEach(capture -> out.computeIfAbsent(capture.location().file(), file -> new TreeSet<>())
                .add(capture.recordId()));
        return out;
    }

    private void ready(String file) {
        if (!Files.exists(house.folder().resolve(file))) {
            throw new PipelineException(
                    Trouble.STORAGE,
                    file + ": another process is writing this file; stop it ('serve', 'watch', 'crawl') and try again");
        }
        if (file.matches(".*\\.arc(\\.gz)?")) {
            throw new PipelineException(
                    Trouble.INPUT,
                    file + ": nothing can be taken out of an ARC file, which has no place for a note; write it as WARC"
                            + " with another tool, import that, and remove this file");
        }
    }
}

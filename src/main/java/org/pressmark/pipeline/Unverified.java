package org.pressmark.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.report.Health;
import org.pressmark.store.WarcFile;

/** What no check has read yet: what was stored since the last one, or all there is. */
final class Unverified {
    private final Pipeline house;
    private Optional<Start> start = Optional.empty();
    private Optional<Capture> first = Optional.empty();

    /** Where it begins. */
    private record Start(String file, long offset) {}

    Unverified(Pipeline house) {
        this.house = house;
    }

    /**
     * What has not been read.
     *
     * @param read how far each file was read, by its name
     */
    synchronized Health.Unread now(Map<String, Long> read) {
        List<WarcFile> beyond = new ArrayList<>();
        long bytes = 0;
        for (WarcFile file : house.store().read(tx -> tx.files().asTheyCame())) {
            long more = file.indexedTo() - read.getOrDefault(file.name(), 0L);
            if (more > 0) {
                beyond.add(file);
                bytes += more;
            }
        }
        Optional<Start> from =
                beyond.stream().findFirst().map(file -> new Start(file.name(), read.getOrDefault(file.name(), 0L)));
        if (!from.equals(start)) { // looked for once: no index leads to it
            first = from.flatMap(at -> house.store().read(tx -> tx.captures().firstIn(at.file(), at.offset())));
            start = from;
        }
        return new Health.Unread(first, from.map(Start::file).orElse(""), beyond.size(), bytes);
    }
}

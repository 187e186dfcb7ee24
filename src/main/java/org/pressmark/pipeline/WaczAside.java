package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pressmark.model.Capture;

/**
 * WACZ files of single captures, made when they are asked for. A viewer reads such a file in many small parts, which must all be
 * of the same one: the last few are kept until this is closed.
 */
public final class WaczAside implements Closeable {
    private static final int KEPT = 6;

    private final Pipeline house;
    private final Map<String, Path> made = new LinkedHashMap<>(16, 0.75f, true);

    public WaczAside(Pipeline house) {
        this.house = house;
    }

    /** The file of a capture and of what is needed to see it. */
    public synchronized Path of(Capture capture) throws IOException {
        Path known = made.get(capture.recordId());
        if (known != null && Files.exists(known)) {
            return known;
        }
        Path file = house.passing().resolve(house.newUuid() + ".wacz");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ExportCaptures(house)
                    .wacz(List.of(capture.url() + "@" + capture.date().truncatedTo(ChronoUnit.SECONDS)), out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        made.put(capture.recordId(), file);
        Iterator<Path> oldest = made.values().iterator();
        while (made.size() > KEPT) {
            Files.deleteIfExists(oldest.next());
            oldest.remove();
        }
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        for (Path file : made.values()) {
            Files.deleteIfExists(file);
        }
        made.clear();
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

/**
 * Captures of addresses that were taken down, which a file from elsewhere brings again, such as an export from before. The
 * index never hears of them, and they go out of the file as they went out of the others. Nothing can be taken out of an ARC
 * file, so what it brings stays.
 */
final class BroughtAgain {
    private static final String REASON = "the address was taken down before, and is not allowed since";

    private final Pipeline house;
    private final Map<String, Set<String>> files = new TreeMap<>();

    BroughtAgain(Pipeline house) {
        this.house = house;
    }

    /** Whether a capture is one of them; it is remembered. */
    boolean holds(Capture capture) {
        String file = capture.location().file();
        boolean again = !Takedowns.fixed(file)
                && house.journal().forgotten().since(capture.key()).isPresent();
        if (again) {
            files.computeIfAbsent(file, name -> new TreeSet<>()).add(capture.recordId());
        }
        return again;
    }

    /** How many there are. */
    int count() {
        return files.values().stream().mapToInt(Set::size).sum();
    }

    /** Takes them out of their files, which must be closed, and says so. */
    void takeOut() throws IOException {
        if (files.isEmpty()) {
            return;
        }
        house.journal().settle(EnterFiles.Progress.SILENT, true);
        new Takedowns(house).take(files, REASON);
        files.forEach((file, captures) -> house.notices()
                .accept(new Finding(
                        Finding.Level.NOTE,
                        "taken-down-before",
                        file,
                        -1,
                        (captures.size() == 1 ? "1 capture is" : captures.size() + " captures are")
                                + " of addresses that were taken down, and went out of the archive's copy;"
                                + " 'pressmark forget URL --allow' lets an address in again")));
        files.clear();
    }
}

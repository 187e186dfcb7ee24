package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pressmark.archive.Contents;
import org.pressmark.json.Json;
import org.pressmark.ledger.Ledger;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;
import org.pressmark.store.Tx;

/**
 * The second half of a takedown, which a crash may have put off: a file without the captures lies beside the log, the log names
 * it, and it takes the old file's place. What the log does not name has not taken effect.
 */
final class Takedowns {
    private static final String ENDING = ".forget";

    private final Pipeline house;

    Takedowns(Pipeline house) {
        this.house = house;
    }

    /** Where the new form of a file lies until it takes the old one's place: on the same disk. */
    Path pending(String file) {
        return house.folder().resolve(Ledger.FOLDER).resolve(file + ENDING);
    }

    /**
     * Goes on with what was interrupted.
     *
     * @param index whether the index is to be brought up to it; not where it is being made anew
     */
    void finish(boolean index) throws IOException {
        if (!interrupted()) {
            return;
        }
        if (index) {
            house.store(); // opening it comes this way too, and must not wait for the lock that is taken now
        }
        house.journal().ledger().settling(() -> {
            for (Path pending : left()) {
                String name = String.valueOf(pending.getFileName());
                finish(name.substring(0, name.length() - ENDING.length()), pending, index);
            }
            return true;
        });
        if (index) {
            house.journal().told(house.journal()::settle); // what is concluded of other texts without it
        }
    }

    /** Whether something was interrupted. */
    boolean interrupted() throws IOException {
        return !left().isEmpty();
    }

    private List<Path> left() throws IOException {
        Path folder = house.folder().resolve(Ledger.FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private void finish(String file, Path pending, boolean index) throws IOException {
        boolean named = last(file).filter(FileDigest.of(pending).hex()::equals).isPresent();
        if (!named) {
            Files.delete(pending);
            tell(
                    file,
                    "a takedown was interrupted before it took effect; nothing was taken out. Run 'pressmark forget' again");
            return;
        }
        apply(file, pending, index);
        tell(file, "a takedown that was interrupted is finished now");
    }

    private void tell(String file, String words) {
        house.notices().accept(new Finding(Finding.Level.NOTE, "takedown-interrupted", file, -1, words));
    }

    /** The digest that the log states for a file after its last takedown. */
    private Optional<String> last(String file) throws IOException {
        Ledger ledger = house.journal().ledger();
        SortedSet<Long> leaves = ledger.find(List.of(Leaves.file(file))).get(Leaves.file(file));
        if (leaves == null) {
            return Optional.empty();
        }
        JsonNode said = Json.parse(new String(ledger.leaf(leaves.last()), StandardCharsets.UTF_8));
        return Optional.of(said.path("sha256").asText());
    }

    /** Brings the index to the new file, and the file to its place. Can be done again from any point at which it stopped. */
    void apply(String file, Path pending, boolean index) throws IOException {
        if (index) {
            Map<String, RecordLocation> places = new HashMap<>();
            Contents.captures(pending, capture -> places.put(capture.recordId(), capture.location()), finding -> {});
            long length = Files.size(pending);
            Set<String> concluded = new TreeSet<>();
            house.store().transaction(tx -> {
                List<String> feeds = new ArrayList<>();
                for (Capture capture : tx.captures().inFile(file)) {
                    RecordLocation place = places.get(capture.recordId());
                    if (place == null) {
                        concluded.addAll(remove(tx, capture));
                        Optional.of(capture)
                                .filter(Documents::perhapsFeed)
                                .map(Capture::recordId)
                                .ifPresent(feeds::add);
                    } else {
                        tx.captures()
                                .move(capture.recordId(), new RecordLocation(file, place.offset(), place.length()));
                    }
                }
                concluded.addAll(FeedWords.remove(tx, feeds));
                tx.files().replaced(file, length);
                return true;
            });
            house.journal().texts(concluded);
        }
        Files.move(
                pending,
                house.folder().resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static Set<String> remove(Tx tx, Capture capture) {
        Set<String> before = TraceProvenance.firsts(tx, capture.key());
        Set<String> around = TraceProvenance.around(tx, capture);
        tx.versions().remove(capture);
        Set<String> concluded = TraceProvenance.followText(tx, capture.key(), before, around);
        tx.captures().remove(capture);
        return concluded;
    }
}

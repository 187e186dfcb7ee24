package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pressmark.json.Json;
import org.pressmark.ledger.Ledger;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;
import org.pressmark.store.TwinTable;
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

    /** Whether nothing can be taken out of a file: an ARC file has no place for a note. */
    static boolean fixed(String file) {
        return file.matches(".*\\.arc(\\.gz)?");
    }

    /**
     * Takes captures out of closed files that the log names, one file after the other.
     *
     * @param files the record ids of what goes, by file
     * @param reason why, for those who find the place later
     */
    void take(Map<String, Set<String>> files, String reason) throws IOException {
        String now = house.clock().instant().truncatedTo(ChronoUnit.MILLIS).toString();
        for (Map.Entry<String, Set<String>> entry : files.entrySet()) {
            String file = entry.getKey();
            Path pending = pending(file);
            house.journal().ledger().settling(() -> {
                Digest before = FileDigest.of(house.folder().resolve(file));
                house.warcs()
                        .writeWithout(file, pending, entry.getValue(), Map.of("forgotten-at", now, "reason", reason));
                house.journal()
                        .seal(Leaves.retraction(
                                file,
                                before,
                                FileDigest.of(pending),
                                Files.size(pending),
                                List.copyOf(entry.getValue()),
                                reason));
                apply(file, pending, true);
                return true;
            });
        }
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
        if (house.onlyRead()) {
            refuse();
            return;
        }
        if (index) {
            house.store(); // opening it comes this way too, and must not wait for the lock that is taken now
        }
        house.journal().ledger().settling(() -> {
            for (Path pending : left()) {
                finish(file(pending), pending, index);
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

    /** What has taken effect is not to be shown, and cannot be taken out here; what has not may be. */
    private void refuse() throws IOException {
        for (Path pending : left()) {
            String file = file(pending);
            if (named(file, pending)) {
                throw new PipelineException(
                        PipelineException.Trouble.READ_ONLY,
                        house.folder() + ": a takedown from " + file
                                + " was interrupted and cannot be finished where the"
                                + " archive can only be read; copy the archive to where it can be written: the first"
                                + " command there finishes it");
            }
        }
    }

    private static String file(Path pending) {
        String name = String.valueOf(pending.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }

    private boolean named(String file, Path pending) throws IOException {
        return last(file).filter(FileDigest.of(pending).hex()::equals).isPresent();
    }

    private void finish(String file, Path pending, boolean index) throws IOException {
        if (!named(file, pending)) {
            Files.delete(pending);
            tell(
                    file,
                    "a takedown was interrupted before it took effect; nothing was taken out. Run 'pressmark forget'"
                            + " again");
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
            MovedRecords moved = new MovedRecords(file, pending);
            long length = Files.size(pending);
            Set<String> concluded = new TreeSet<>();
            house.store().transaction(tx -> {
                tx.inTurn();
                List<Capture> captures = tx.captures().inFile(file);
                List<TwinTable.Twin> twins = tx.twins().inFile(file);
                Map<Long, RecordLocation> places = moved.places(captures, twins);
                List<String> feeds = new ArrayList<>();
                for (Capture capture : captures) {
                    RecordLocation place = places.get(capture.location().offset());
                    if (place == null) {
                        concluded.addAll(remove(tx, capture));
                        Optional.of(capture)
                                .filter(Documents::perhapsFeed)
                                .map(Capture::recordId)
                                .ifPresent(feeds::add);
                    } else {
                        tx.captures().move(capture.recordId(), place);
                    }
                }
                tx.twins().move(twins, places);
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
        Set<String> around = TraceProvenance.around(tx, capture);
        tx.versions().remove(capture);
        Set<String> concluded = TraceProvenance.followText(tx, tx.versions().change(), around);
        tx.captures().remove(capture);
        return concluded;
    }
}

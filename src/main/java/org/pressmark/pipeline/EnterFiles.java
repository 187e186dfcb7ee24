package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pressmark.ledger.Ledger;
import org.pressmark.ledger.Statement;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;

/**
 * Enters closed WARC files into the log: each with its digest and, where this process did not write it, what it holds and the
 * log does not name yet. A file that the log names is done with.
 */
final class EnterFiles {
    /** A log that is begun over a large archive is begun when a person says so: it reads everything. */
    private static final long UNASKED = 1L << 30;

    private static final int TOGETHER = 4096;

    private final Pipeline house;
    private final Ledger ledger;
    private final Map<String, Long> own;
    private final Set<String> imported;

    /** Hears of the progress. */
    interface Progress {
        Progress SILENT = (file, done, total) -> {};

        void at(String file, int done, int total);
    }

    /**
     * @param own files that this process wrote, with the number of records that it told of
     * @param imported files that this process laid into the archive
     */
    EnterFiles(Pipeline house, Ledger ledger, Map<String, Long> own, Set<String> imported) {
        this.house = house;
        this.ledger = ledger;
        this.own = own;
        this.imported = imported;
    }

    /**
     * Enters them; the captures in files of others are named to the journal, since the log may not know of their texts.
     *
     * @param all also where much is to be read
     */
    void run(Progress progress, boolean all) throws IOException {
        Map<String, Path> todo = new LinkedHashMap<>();
        for (Path file : house.warcs().files()) {
            todo.put(String.valueOf(file.getFileName()), file);
        }
        Set<String> named =
                ledger.find(todo.keySet().stream().map(Leaves::file).toList()).keySet();
        todo.keySet().removeIf(name -> named.contains(Leaves.file(name)));
        long strange = 0;
        for (Map.Entry<String, Path> file : todo.entrySet()) {
            strange += mine(file.getKey()) ? 0 : Files.size(file.getValue());
        }
        if (strange > UNASKED && !all) {
            house.notices()
                    .accept(new Finding(
                            Finding.Level.NOTE,
                            "files-not-logged",
                            "",
                            -1,
                            "the log does not name "
                                    + todo.keySet().stream()
                                            .filter(name -> !mine(name))
                                            .count()
                                    + " WARC files of " + strange / (1 << 20)
                                    + " MiB; 'pressmark checkpoint' reads and enters them"));
            todo.keySet().removeIf(name -> !mine(name));
        }
        int done = 0;
        for (Map.Entry<String, Path> file : todo.entrySet()) {
            progress.at(file.getKey(), done++, todo.size());
            enter(file.getKey(), file.getValue());
        }
    }

    private boolean mine(String name) {
        return own.containsKey(name) || imported.contains(name);
    }

    private void enter(String name, Path file) throws IOException {
        Leaves.Entered entered = own.containsKey(name)
                ? Leaves.Entered.CAPTURED
                : imported.contains(name) ? Leaves.Entered.IMPORTED : Leaves.Entered.CAUGHT_UP;
        List<Statement> statements = new ArrayList<>();
        List<String> captures = List.of();
        long records = own.getOrDefault(name, 0L) + 1; // the warcinfo record
        if (!own.containsKey(name)) {
            Optional<LeavesOfFile.Read> read =
                    Guarded.call(name, () -> LeavesOfFile.of(house.warcs(), file, entered), house.notices());
            records = read.map(LeavesOfFile.Read::records).orElse(0L);
            List<Statement> found = read.map(LeavesOfFile.Read::statements).orElse(List.of());
            captures = found.stream()
                    .filter(one -> one.type().equals("capture"))
                    .map(Statement::subject)
                    .toList();
            statements.addAll(missing(found));
            if (!statements.isEmpty() && entered == Leaves.Entered.CAUGHT_UP) {
                house.notices()
                        .accept(new Finding(
                                Finding.Level.NOTE,
                                "logged-late",
                                name,
                                -1,
                                statements.size()
                                        + " captures stood in the file but not in the log; they are entered now"));
            }
        }
        Digest sha256 = FileDigest.of(file);
        statements.add(Leaves.closed(name, sha256, Files.size(file), records, entered));
        ledger.append(statements, house.clock().instant());
        house.journal().texts(captures);
    }

    private List<Statement> missing(List<Statement> statements) throws IOException {
        List<Statement> out = new ArrayList<>();
        for (int from = 0; from < statements.size(); from += TOGETHER) {
            List<Statement> part = statements.subList(from, Math.min(from + TOGETHER, statements.size()));
            Collection<String> known =
                    ledger.known(part.stream().map(Statement::subject).toList(), Set.of("capture", "review"));
            part.stream().filter(one -> !known.contains(one.subject())).forEach(out::add);
        }
        return out;
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
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
        long records = own.getOrDefault(name, 0L) + 1; // the warcinfo record
        if (!own.containsKey(name)) {
            Missing missing = new Missing();
            records = Guarded.call(
                            name, () -> LeavesOfFile.read(house.warcs(), file, entered, missing::add), house.notices())
                    .orElse(0L);
            long late = missing.end();
            if (late > 0 && entered == Leaves.Entered.CAUGHT_UP) {
                house.notices()
                        .accept(new Finding(
                                Finding.Level.NOTE,
                                "logged-late",
                                name,
                                -1,
                                late + " captures stood in the file but not in the log; they are entered now"));
            }
        }
        Digest sha256 = FileDigest.of(file);
        enter(List.of(Leaves.closed(name, sha256, Files.size(file), records, entered)));
    }

    private void enter(List<Statement> statements) throws IOException {
        ledger.append(statements, house.clock().instant());
    }

    /** Enters the statements that the log does not know, some at a time: a file may hold any number. */
    private final class Missing {
        private final List<Statement> some = new ArrayList<>();
        private Optional<IOException> failed = Optional.empty();
        private long entered;

        void add(Statement statement) {
            some.add(statement);
            if (some.size() >= TOGETHER && failed.isEmpty()) {
                try {
                    enterSome();
                } catch (IOException e) {
                    failed = Optional.of(e); // the log's trouble, not the file's
                    throw new UncheckedIOException(e);
                }
            }
        }

        /** Says how many were entered. */
        long end() throws IOException {
            if (failed.isPresent()) {
                throw failed.get();
            }
            enterSome();
            return entered;
        }

        private void enterSome() throws IOException {
            List<String> captures = some.stream()
                    .filter(one -> one.type().equals("capture"))
                    .map(Statement::subject)
                    .toList();
            Collection<String> known =
                    ledger.known(some.stream().map(Statement::subject).toList(), Set.of("capture", "review"));
            some.removeIf(one -> known.contains(one.subject()));
            if (!some.isEmpty()) {
                enter(some);
            }
            entered += some.size();
            some.clear();
            house.journal().texts(captures);
        }
    }
}

package org.pressmark.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pressmark.model.Finding;
import org.pressmark.model.Finding.Level;

/**
 * Checks an archive folder, or single files, from the bytes alone and, where there is one, against an index.
 *
 * <p>Per record: length, digests of block and payload, header rules, gzip member. Per file: its beginning, its end, what
 * lies between. Against the index: missing and unknown records, other places, other digests, missing files. Nothing is
 * ever changed. A file is read once, forward, through buffers of fixed size.
 */
public final class Auditor {
    /** The ending of files that are being written. */
    static final String OPEN = ".open";

    private static final List<String> ENDINGS = List.of(".warc.gz", ".warc", ".arc.gz", ".arc");

    private final Set<String> writingHere;
    private final AuditProgress progress;
    private final SeenIds ids = new SeenIds();
    private final List<Finding> findings = new ArrayList<>();
    private int files;
    private long records;
    private long bytes;
    private long total;
    private long leaves;

    private Auditor(Set<String> writingHere, AuditProgress progress) {
        this.writingHere = Set.copyOf(writingHere);
        this.progress = progress;
    }

    /**
     * Checks all WARC and ARC files at the top of a folder, in order of their names.
     *
     * @param archiveDir the folder
     * @param index what the index says; empty where only the files are to be checked
     * @param writingHere names of files that this process is writing now, with or without {@code .open}; other processes'
     *     are told by their locks
     * @throws IOException if the folder or a file in it cannot be read at all
     */
    public static AuditReport audit(
            Path archiveDir, Optional<IndexView> index, Set<String> writingHere, AuditProgress progress)
            throws IOException {
        return audit(archiveDir, index, writingHere, LogTrust.NONE, progress);
    }

    /**
     * The same, the archive's log set against what somebody knows of it from elsewhere.
     *
     * @throws IllegalArgumentException if a key or a checkpoint that was given is none
     */
    public static AuditReport audit(
            Path archiveDir, Optional<IndexView> index, Set<String> writingHere, LogTrust trust, AuditProgress progress)
            throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(archiveDir)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Auditor auditor = new Auditor(writingHere, progress);
        for (Path file : files) {
            auditor.total += isArchiveFile(file) ? Files.size(file) : 0;
        }
        Set<String> met = new TreeSet<>();
        for (Path file : files) {
            String name = name(file);
            if (isArchiveFile(file)) {
                met.add(indexName(name));
                auditor.file(file, index);
            } else if (name.endsWith(".torn")) {
                auditor.findings.add(new Finding(
                        Level.NOTE,
                        "torn-bytes",
                        name,
                        -1,
                        "Bytes that a repair cut off the end of a file are kept here."));
            }
        }
        index.ifPresent(view -> auditor.missing(view, met));
        auditor.log(archiveDir, files, index, trust);
        return auditor.report();
    }

    /** The log is read after the files: what it says of one that grows meanwhile is there. */
    private void log(Path archiveDir, List<Path> files, Optional<IndexView> index, LogTrust trust) throws IOException {
        LogAudit log = new LogAudit(archiveDir, trust);
        if (!log.known()) {
            return;
        }
        log.run();
        findings.addAll(log.findings());
        LogFiles against = new LogFiles(log);
        for (Path file : files) {
            if (isArchiveFile(file)) {
                boolean open = name(file).endsWith(OPEN) && Files.exists(file);
                Path there = Files.exists(file) ? file : file.resolveSibling(indexName(name(file)));
                against.file(there, indexName(name(file)), open);
            }
        }
        findings.addAll(against.finish());
        if (index.isPresent() && log.inOrder()) {
            Findings read = new Findings("");
            new LoggedTexts(log.leaves(), read, against.settled()).check(index.get(), log.size(), log.forgotten());
            findings.addAll(read.all());
        }
        leaves = log.size();
    }

    /** Checks single files without an index, e.g. before an import. */
    public static AuditReport auditFiles(List<Path> files, AuditProgress progress) throws IOException {
        Auditor auditor = new Auditor(Set.of(), progress);
        for (Path file : files) {
            auditor.total += Files.size(file);
        }
        for (Path file : files) {
            auditor.file(file, Optional.empty());
        }
        return auditor.report();
    }

    private void file(Path file, Optional<IndexView> index) throws IOException {
        String name = name(file);
        Findings found = new Findings(name);
        boolean open = name.endsWith(OPEN);
        boolean alive = open && new WritingFiles(parent(file), writingHere).alive(indexName(name));
        long before = bytes;
        try (RawInput raw = open(file, offset -> progress.at(name, before + offset, total))) {
            Optional<List<IndexedRecord>> known = index.map(view -> view.recordsIn(indexName(name)));
            Predicate<String> elsewhere = id -> index.flatMap(view -> view.fileOf(id))
                    .filter(there -> Files.exists(file.resolveSibling(there)))
                    .isPresent();
            IndexCheck check = new IndexCheck(found, known, elsewhere, open, alive);
            records += new FileAudit(raw, name, found, check, ids, open).run();
            bytes += raw.size();
            files++;
        }
        if (alive) {
            found.note(
                    "being-written", -1, "This file is being written now; it was checked up to the end that it had.");
        } else if (open) {
            found.note(
                    "left-open", -1, "The writer of this file ended without closing it; the next capture closes it.");
        }
        findings.addAll(found.all());
    }

    /** A file that was being written may have got its final name since the folder was listed. */
    private static RawInput open(Path file, java.util.function.LongConsumer progress) throws IOException {
        try {
            return new RawInput(file, progress);
        } catch (NoSuchFileException e) {
            Path closed = file.resolveSibling(indexName(name(file)));
            return new RawInput(closed, progress);
        }
    }

    private void missing(IndexView view, Set<String> met) {
        for (String file : new TreeSet<>(view.files())) {
            if (!met.contains(file)) {
                int count = view.recordsIn(file).size();
                findings.add(new Finding(
                        Level.DAMAGE,
                        "file-missing",
                        file,
                        -1,
                        "The index has " + count
                                + " records in this file, and the file is not there. Restore it from a backup."));
            }
        }
    }

    private AuditReport report() {
        return new AuditReport(files, records, bytes, leaves, findings);
    }

    private static boolean isArchiveFile(Path file) {
        String name = indexName(name(file)).toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** The name by which the index knows the file. */
    private static String indexName(String name) {
        return name.endsWith(OPEN) ? name.substring(0, name.length() - OPEN.length()) : name;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}

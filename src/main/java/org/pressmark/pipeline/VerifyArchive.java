package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.pressmark.audit.AuditReport;
import org.pressmark.audit.Auditor;
import org.pressmark.audit.IndexView;
import org.pressmark.audit.IndexedRecord;
import org.pressmark.audit.IndexedText;
import org.pressmark.audit.LogTrust;
import org.pressmark.json.ChainJson;
import org.pressmark.json.ClaimJson;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;
import org.pressmark.store.Tx;
import org.pressmark.store.WarcFile;

/**
 * Checks the archive: what a crash left is repaired and indexed first, then every file is read by the independent checker
 * and set against the index.
 */
public final class VerifyArchive {
    private final Pipeline house;

    public VerifyArchive(Pipeline house) {
        this.house = house;
    }

    /** Hears how far the check is, in stored bytes. */
    public interface Progress {
        void at(String file, long done, long total);
    }

    /**
     * What was found.
     *
     * @param findings repairs first, then file by file
     * @param leaves statements in the archive's log
     */
    public record Verified(List<Finding> findings, long files, long records, long bytes, long leaves) {
        public Verified {
            findings = List.copyOf(findings);
        }

        /** True where nothing is damaged or missing. */
        public boolean sound() {
            return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.DAMAGE);
        }

        /** True where nothing is damaged and every rule of the format is kept. */
        public boolean conformant() {
            return findings.stream().allMatch(finding -> finding.level() == Finding.Level.NOTE);
        }
    }

    /** Checks against the user's own signing key, where there is one. */
    public Verified verify(Progress progress) throws IOException {
        return verify(List.of(), List.of(), progress);
    }

    /**
     * Checks the archive.
     *
     * @param keys files with public keys that are to be believed; none: the user's own and those that the log names
     * @param checkpoints files with checkpoints that somebody kept elsewhere
     */
    public Verified verify(List<Path> keys, List<Path> checkpoints, Progress progress) throws IOException {
        if (!Files.isDirectory(house.folder())) {
            throw new PipelineException(Trouble.NOT_FOUND, house.folder() + ": there is no archive here");
        }
        List<Finding> findings = new ArrayList<>();
        if (!house.onlyRead()) {
            new CatchUp(house).run();
        }
        Optional<Store> index = house.storeIfAny();
        List<WarcFile> files =
                index.map(store -> store.read(tx -> tx.files().all())).orElse(List.of());
        AuditReport report = audit(index, trust(keys, checkpoints), progress);
        findings.addAll(report.findings());
        Verified verified = new Verified(findings, report.files(), report.records(), report.bytes(), report.leaves());
        new ArchiveHealth(house).keep(verified, files);
        return verified;
    }

    private AuditReport audit(Optional<Store> index, LogTrust trust, Progress progress) throws IOException {
        try {
            return Auditor.audit(house.folder(), index.map(VerifyArchive::view), house.writing(), trust, progress::at);
        } catch (IllegalArgumentException e) {
            throw new PipelineException(Trouble.INPUT, "--key, --checkpoint: " + e.getMessage(), e);
        }
    }

    private LogTrust trust(List<Path> keys, List<Path> checkpoints) throws IOException {
        return new LogTrust(texts(keys), house.journal().ownKey().stream().toList(), texts(checkpoints));
    }

    private static List<String> texts(List<Path> files) throws IOException {
        List<String> out = new ArrayList<>();
        for (Path file : files) {
            out.add(Files.readString(file));
        }
        return out;
    }

    private static IndexView view(Store store) {
        Set<String> files = new TreeSet<>();
        store.read(tx -> tx.files().all()).stream().map(WarcFile::name).forEach(files::add);
        return new IndexView() {
            @Override
            public Set<String> files() {
                return files;
            }

            @Override
            public List<IndexedRecord> recordsIn(String file) {
                return store.read(tx -> tx.captures().inFile(file)).stream()
                        .map(VerifyArchive::record)
                        .toList();
            }

            @Override
            public Optional<String> fileOf(String recordId) {
                return store.read(tx -> tx.captures().find(recordId))
                        .map(capture -> capture.location().file());
            }

            @Override
            public void texts(Predicate<String> wanted, Consumer<IndexedText> taker) {
                for (String file : files) {
                    for (Capture capture : store.read(tx -> tx.captures().inFile(file))) {
                        if (!capture.revisit() && wanted.test(capture.recordId())) {
                            taker.accept(store.read(tx -> text(tx, capture.recordId())));
                        }
                    }
                }
            }
        };
    }

    private static IndexedText text(Tx tx, String id) {
        Optional<Version> version = tx.versions().ofCapture(id);
        if (version.isEmpty()) {
            return new IndexedText(id, Optional.empty(), "", List.of(), Optional.empty());
        }
        return new IndexedText(
                id,
                Optional.of(version.get().textDigest().hex()),
                tx.articles().extractor(id).orElse(""),
                tx.claims().ofCapture(id).stream()
                        .map(claim -> Json.compact(ClaimJson.write(claim)))
                        .toList(),
                tx.chains()
                        .of(id)
                        .map(chain -> chain.origins().stream()
                                .map(link -> Json.compact(ChainJson.write(link)))
                                .toList()));
    }

    private static IndexedRecord record(Capture capture) {
        return new IndexedRecord(
                capture.recordId(),
                capture.location().file(),
                capture.location().offset(),
                capture.location().length(),
                capture.payload().hex());
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.archive.GivenDocument;
import org.pressmark.archive.ImportResult;
import org.pressmark.archive.NotAnArchiveException;
import org.pressmark.archive.WaczCheck;
import org.pressmark.archive.WaczReader;
import org.pressmark.config.Setting;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.Digest;
import org.pressmark.model.Digest.Algorithm;
import org.pressmark.model.Finding;
import org.pressmark.model.LinkWord;
import org.pressmark.model.Version;
import org.pressmark.model.WaczStep;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.store.Store;

/** Takes files into the archive: WARC and ARC files as they are, single documents as resource records. */
public final class ImportFiles {
    /** Of a file that is damaged all through, the first places tell enough. */
    private static final int MOST_TOLD = 10_000;

    private final Pipeline house;

    public ImportFiles(Pipeline house) {
        this.house = house;
    }

    /**
     * What became of an archive file.
     *
     * @param given the file as named by the user
     * @param outcome one word, e.g. {@code copied}, {@code salvaged}, {@code already there}
     * @param file its name in the archive
     * @param records how many records were taken over
     * @param captures how many of them are indexed
     * @param repeated how many are not, since the index has another record of the same id
     * @param damage the first things that could not be read or are otherwise than they should be, each with its place
     */
    public record Imported(
            String given,
            String outcome,
            String file,
            long records,
            long captures,
            long repeated,
            List<Finding> damage) {
        public Imported {
            damage = List.copyOf(damage);
        }

        /** True where every record was taken over and is what it says of itself; there may still be something to note. */
        public boolean whole() {
            return damage.stream().allMatch(finding -> finding.level() == Finding.Level.NOTE);
        }
    }

    /** Hears of the progress in long files. */
    public interface Progress {
        /**
         * How far a file is. What is thrown here ends the import at once; what is in the archive then, and not yet in the index, the
         * next command enters that looks.
         *
         * @param doing what is being done, e.g. {@code copying}
         * @param done of {@code total} bytes
         * @param captures how many are indexed
         */
        void at(String file, String doing, long done, long total, long captures);
    }

    /** Takes in a WARC or ARC file, compressed or not, sound or damaged. The file given is never changed. */
    public Imported archiveFile(Path file, Progress progress) throws IOException {
        GivenFile.require(file);
        house.needWritable();
        return WaczCheck.looksLike(file) ? wacz(file, progress) : records(file, progress);
    }

    private Imported records(Path file, Progress progress) throws IOException {
        new CatchUp(house)
                .run((behind, done, total, captures) -> progress.at(behind, "going on with", done, total, captures));
        Store store = house.store();
        List<Finding> damage = new ArrayList<>();
        List<LinkWord> words = new ArrayList<>();
        long size = Files.size(file);
        long[] indexed = {0};
        IndexBatch batch =
                new IndexBatch(house, store, house.settings().flag(Setting.CAPTURE_EXTRACT), done -> indexed[0] = done);
        ImportResult result;
        try {
            result = house.warcs()
                    .importFile(
                            file,
                            captured -> {
                                Capture capture = captured.capture();
                                long place = capture.location().offset();
                                progress.at(file.toString(), "indexing", Math.min(place, size), size, indexed[0]);
                                batch.addNew(captured);
                            },
                            words::add,
                            finding -> {
                                if (damage.size() < MOST_TOLD) {
                                    damage.add(finding);
                                }
                            },
                            (doing, done, total) -> progress.at(file.toString(), doing, done, total, indexed[0]));
        } catch (NotAnArchiveException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
        String name = result.file();
        house.journal().imported(name);
        batch.finish();
        house.journal().texts(LinkCopies.enter(store, words));
        long captures = result.captures() - batch.repeated() - batch.takenDown();
        batch.takeOut();
        store.write(tx ->
                tx.files().advance(name, house.folder().resolve(name).toFile().length()));
        return new Imported(
                file.toString(),
                result.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                name,
                result.records(),
                captures,
                batch.repeated(),
                damage);
    }

    /** What holds of a WACZ file, step by step; nothing is taken in. */
    public static List<WaczStep> check(Path file) throws IOException {
        GivenFile.require(file);
        if (!WaczCheck.looksLike(file)) {
            throw new PipelineException(
                    Trouble.INPUT,
                    file
                            + ": expected a WACZ file, found none; 'pressmark import' checks other files as it takes"
                            + " them in");
        }
        try {
            return WaczCheck.check(file);
        } catch (NotAnArchiveException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Takes in the WARC files of a WACZ file, and says where it is not what it states. One that cannot be read keeps the others
     * out as little as a damaged record would; a WACZ within a WACZ is none of them, since it may be the same without end.
     */
    private Imported wacz(Path file, Progress progress) throws IOException {
        List<Finding> damage = new ArrayList<>();
        List<String> names = new ArrayList<>();
        long records = 0;
        long captures = 0;
        long repeated = 0;
        Path folder = Files.createDirectories(house.passing().resolve(house.newUuid()));
        try (WaczReader wacz = WaczReader.open(file)) {
            wacz.tell(damage::add);
            for (String path : wacz.files()) {
                Path copy = folder.resolve(WaczReader.fileName(path));
                try {
                    wacz.copy(path, copy, damage::add);
                    Imported one = records(copy, progress);
                    names.add(one.file());
                    records += one.records();
                    captures += one.captures();
                    repeated += one.repeated();
                    damage.addAll(one.damage());
                } catch (NotAnArchiveException e) {
                    damage.add(unread(file, path, String.valueOf(e.getMessage())));
                } catch (PipelineException e) {
                    if (e.trouble() != Trouble.INPUT) {
                        throw e;
                    }
                    damage.add(unread(file, path, String.valueOf(e.getMessage())));
                } finally {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (NotAnArchiveException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        } finally {
            Files.deleteIfExists(folder);
        }
        if (names.isEmpty()) {
            throw new PipelineException(
                    Trouble.INPUT,
                    file + ": none of its WARC files can be read: "
                            + damage.get(damage.size() - 1).message());
        }
        return new Imported(file.toString(), "unpacked", String.join(", ", names), records, captures, repeated, damage);
    }

    private static Finding unread(Path wacz, String path, String why) {
        return new Finding(
                Finding.Level.DAMAGE, "wacz-file-unread", String.valueOf(wacz.getFileName()), -1, path + ": " + why);
    }

    /**
     * Takes in a document under an address and a date that the user states.
     *
     * @param type its media type; empty: by the file's name
     */
    public CaptureResult document(Path file, String url, Optional<Instant> date, Optional<String> type)
            throws IOException {
        GivenFile.require(file);
        if (!url.matches("(?i)https?://\\S+")) {
            throw new PipelineException(
                    Trouble.INPUT, "--url " + url + ": expected an address that begins with http:// or https://");
        }
        house.needWritable();
        new CatchUp(house).run();
        byte[] bytes = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());
        String mediaType = type.or(() -> Documents.typeByName(name)).orElse("text/html");
        Body body = new Body.InMemory(bytes, digest(Algorithm.SHA1, bytes), digest(Algorithm.SHA256, bytes));
        Capture capture = house.warcs()
                .appendResource(
                        new GivenDocument(url, body, mediaType, date, name, System.getProperty("user.name", "")));
        house.wrote(capture);
        boolean known =
                house.store().read(tx -> tx.captures().latest(capture.key())).isPresent();
        Optional<Version> version = new IndexCapture(house, house.store()).index(capture);
        Outcome outcome = version.isEmpty()
                ? Outcome.STORED
                : !known ? Outcome.NEW_PAGE : version.get().captures() == 1 ? Outcome.NEW_VERSION : Outcome.SAME_TEXT;
        return new CaptureResult(
                url,
                outcome,
                version.isPresent() ? "" : "no article found in " + name,
                Optional.of(capture),
                version,
                List.of(url),
                0,
                List.of());
    }

    private static Digest digest(Algorithm algorithm, byte[] bytes) {
        try {
            return Digest.of(
                    algorithm, MessageDigest.getInstance(algorithm.javaName()).digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}

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
import org.pressmark.archive.WarcArchive;
import org.pressmark.model.Body;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.Digest;
import org.pressmark.model.Digest.Algorithm;
import org.pressmark.model.Finding;
import org.pressmark.model.LinkWord;
import org.pressmark.model.Version;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Takes files into the archive: WARC and ARC files as they are, single documents as resource records. */
public final class ImportFiles {
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
     * @param damage what could not be read, each with its place
     */
    public record Imported(
            String given, String outcome, String file, long records, int captures, List<Finding> damage) {
        public Imported {
            damage = List.copyOf(damage);
        }
    }

    /** Hears of the progress in long files. */
    public interface Progress {
        /** So many captures of the file that is being indexed are done. */
        void indexed(String file, int captures);
    }

    /** Takes in a WARC or ARC file, compressed or not, sound or damaged. The file given is never changed. */
    public Imported archiveFile(Path file, Progress progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such file");
        }
        new CatchUp(house).run();
        List<Capture> captures = new ArrayList<>();
        List<Finding> damage = new ArrayList<>();
        ImportResult result;
        try {
            result = house.warcs().importFile(file, captures::add, damage::add);
        } catch (NotAnArchiveException e) {
            throw new PipelineException(Trouble.INPUT, String.valueOf(e.getMessage()), e);
        }
        String name = result.file();
        new IndexBatch(house, house.store()).index(captures, done -> progress.indexed(name, done));
        List<LinkWord> words = new ArrayList<>();
        WarcArchive.captures(house.folder().resolve(name), capture -> {}, words::add, finding -> {});
        LinkCopies.enter(house.store(), words);
        house.store()
                .write(tx -> tx.files()
                        .advance(name, house.folder().resolve(name).toFile().length()));
        return new Imported(
                file.toString(),
                result.outcome().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                name,
                result.records(),
                captures.size(),
                damage);
    }

    /**
     * Takes in a document under an address and a date that the user states.
     *
     * @param type its media type; empty: by the file's name
     */
    public CaptureResult document(Path file, String url, Optional<Instant> date, Optional<String> type)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such file");
        }
        if (!url.matches("(?i)https?://\\S+")) {
            throw new PipelineException(
                    Trouble.INPUT, "--url " + url + ": expected an address that begins with http:// or https://");
        }
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

package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Exchange;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;
import org.pressmark.model.LinkWord;
import org.pressmark.model.RecordLocation;

/**
 * A folder of WARC files: written, read, imported into, scanned. Several processes may open one folder at once; each writes
 * a file of its own. All methods may be called from any thread.
 *
 * <p>What an append returned is on the disk. Files are named {@code pressmark-<yyyyMMddHHmmss>-<serial>-<run>.warc.gz},
 * e.g. {@code pressmark-20261122101500-00000-4f1c09ab.warc.gz}, with {@code .open} behind it while they are written. Each
 * capture is a request, a response or revisit, and a metadata record, one gzip member each, in this order (WARC 1.1 §6,
 * annex D); the metadata record's fields are listed at {@link MetadataFields}.
 */
public final class WarcArchive implements Closeable {
    private final ArchiveFolder folder;
    private final ArchiveSettings settings;
    private final InstantSource clock;
    private final Supplier<String> newUuid;
    private final WarcWriter writer;
    private final Unforced unforced;
    private final StoredRecord stored;
    private final Deflate deflate;
    private final CaptureRenderer renderer;
    private final Consumer<Appended> onAppend;

    private WarcArchive(
            ArchiveFolder folder,
            ArchiveSettings settings,
            InstantSource clock,
            Supplier<String> newUuid,
            Consumer<Appended> onAppend) {
        this.folder = folder;
        this.settings = settings;
        this.clock = clock;
        this.newUuid = newUuid;
        this.deflate = new Deflate(settings.compressionLevel());
        this.writer = new WarcWriter(folder, settings, clock, newUuid, deflate);
        this.unforced = new Unforced(writer, onAppend);
        this.stored = new StoredRecord(folder);
        this.renderer = new CaptureRenderer(deflate);
        this.onAppend = onAppend;
    }

    /**
     * Opens a folder, making it where it is missing, and repairs files that a dead process left open.
     *
     * @param newUuid gives a new UUID at each call, e.g. {@code 5a5fb6b0-…}
     * @param onRepair told of every repair
     */
    public static WarcArchive open(
            Path dir,
            ArchiveSettings settings,
            InstantSource clock,
            Supplier<String> newUuid,
            Consumer<Finding> onRepair)
            throws IOException {
        return open(dir, settings, clock, newUuid, onRepair, appended -> {});
    }

    /**
     * The same, and tells what is appended.
     *
     * @param onAppend told in the appending thread, once it is on the disk
     */
    public static WarcArchive open(
            Path dir,
            ArchiveSettings settings,
            InstantSource clock,
            Supplier<String> newUuid,
            Consumer<Finding> onRepair,
            Consumer<Appended> onAppend)
            throws IOException {
        ArchiveFolder folder = new ArchiveFolder(dir);
        folder.create();
        folder.clean(clock.instant());
        new Repair(folder).run(onRepair);
        return new WarcArchive(folder, settings, clock, newUuid, onAppend);
    }

    /**
     * Opens a folder that can only be read: nothing is made there, locked or repaired, and every append fails.
     *
     * @param work a folder elsewhere, for bodies too long for memory
     */
    public static WarcArchive openToRead(
            Path dir, Path work, ArchiveSettings settings, InstantSource clock, Supplier<String> newUuid) {
        return new WarcArchive(new ArchiveFolder(dir, work), settings, clock, newUuid, appended -> {});
    }

    /**
     * Makes a capture's records: digests, deflates, names. To be called in the thread that fetched; takes no lock.
     *
     * @throws IllegalArgumentException if {@code context} names an earlier capture with another payload
     */
    public PreparedCapture prepare(Exchange exchange, CaptureContext context) throws IOException {
        CaptureRenderer.Ids ids = ids();
        Capture.Kind kind = CaptureRenderer.kind(exchange, context);
        Optional<String> digest = kind == Capture.Kind.REVISIT_NOT_MODIFIED
                ? statedPayloadDigest(context.earlier().orElseThrow())
                : Optional.empty();
        PreparedCapture prepared = new PreparedCapture(
                ids.main(),
                kind,
                segment -> spool().filled(out -> renderer.render(segment, out, ids, exchange, context, digest)));
        prepared.renderedFor(writer.current());
        return prepared;
    }

    /**
     * Appends a capture and returns when it is on the disk.
     *
     * @return the capture as the index is to know it
     * @throws ArchiveWriteException if it could not be written; the archive is as it was before
     */
    public Capture append(PreparedCapture prepared) throws IOException {
        return append(prepared, (placed, appended) -> {
            writer.bringToDisk(placed);
            onAppend.accept(appended);
        });
    }

    /**
     * Appends a capture that can be read at once, but is not acknowledged: it is on the disk, and told, only after
     * {@link #force}.
     */
    public Capture appendUnforced(PreparedCapture prepared) throws IOException {
        return append(prepared, unforced::add);
    }

    /**
     * Returns when everything that was appended before is on the disk; one effort for many captures.
     *
     * @throws ArchiveWriteException if it could not be brought there
     */
    public void force() throws IOException {
        unforced.force();
    }

    /** What becomes of records that were written. */
    private interface Then {
        void done(WarcWriter.Placed placed, Appended appended) throws IOException;
    }

    private Capture append(PreparedCapture prepared, Then then) throws IOException {
        try (prepared) {
            Rendered[] last = new Rendered[1];
            WarcWriter.Placed placed = writer.append(segment -> last[0] = prepared.renderedFor(segment));
            RecordLocation place = placed.main();
            Capture capture = Captures.of(last[0].main().at(place, true), last[0].metadata(), true, Optional.empty())
                    .orElseThrow(() -> new IllegalStateException("expected a capture, found " + last[0].main()));
            then.done(placed, new Appended(Optional.of(capture), place.file(), last[0].hashes(), Optional.empty()));
            prepared.written();
            return capture;
        }
    }

    /** Appends a document that a person hands in, as a {@code resource} record with its statement beside it. */
    public Capture appendResource(GivenDocument document) throws IOException {
        CaptureRenderer.Ids ids = ids();
        Instant now = clock.instant();
        return append(new PreparedCapture(
                ids.main(),
                Capture.Kind.RESOURCE,
                segment -> spool().filled(out -> renderer.render(segment, out, ids, document, now))));
    }

    /**
     * Appends a capture that another archive kept, under the original's address and date.
     *
     * @param kept the original's address, date, head and body, as that archive keeps them
     * @param fetched the exchange with that archive
     */
    public Capture appendMemento(Exchange kept, Exchange fetched, CaptureContext context) throws IOException {
        CaptureRenderer.Ids ids = ids();
        return append(new PreparedCapture(
                ids.main(),
                Capture.Kind.MEMENTO,
                segment -> spool().filled(out ->
                        new MementoRenderer(deflate).render(segment, out, ids, kept, fetched, context))));
    }

    /**
     * Appends a metadata record of its own, such as a person's note.
     *
     * @param targetUri the address it is about
     * @param refersTo the record it is about, a record id without angle brackets
     * @param facts the fields of its block, by name
     * @return the record's id
     */
    public String appendMetadata(String targetUri, Optional<String> refersTo, Map<String, String> facts)
            throws IOException {
        return metadata(targetUri, refersTo, facts).recordId();
    }

    /**
     * Appends what a person says of a link, as {@link LinkWords} has it.
     *
     * @param capture the child's capture that the person looked at
     * @return the record as a scan of the file gives it
     */
    public ScannedRecord appendLinkWord(LinkWord.Word word, Capture capture, String parent, String note, String by)
            throws IOException {
        return metadata(
                capture.url(),
                Optional.of(capture.recordId()),
                LinkWords.fields(word, capture.url(), parent, note, by));
    }

    private ScannedRecord metadata(String targetUri, Optional<String> refersTo, Map<String, String> facts)
            throws IOException {
        String id = writer.id();
        Instant now = clock.instant();
        Rendered[] last = new Rendered[1];
        try (PreparedCapture prepared = new PreparedCapture(
                id,
                Capture.Kind.RESOURCE,
                segment -> spool().filled(out ->
                        new NoteRenderer(deflate).render(segment, out, id, now, targetUri, refersTo, facts)))) {
            WarcWriter.Placed placed = writer.append(segment -> last[0] = prepared.renderedFor(segment));
            writer.bringToDisk(placed);
            onAppend.accept(new Appended(
                    Optional.empty(),
                    placed.main().file(),
                    last[0].hashes(),
                    last[0].main().linkWord()));
            return last[0].main().at(placed.main(), true);
        }
    }

    /**
     * Reads a capture back. The payload's digest is checked on the way.
     *
     * <p>A revisit's body is its original's. Where the server answered 304, or the revisit keeps no head, the head is the
     * original's too, since that is what says how the body is encoded; a 304's own head is then given as sent.
     *
     * @param originals finds the capture that a revisit repeats: by record id, or by address and date
     * @return a large body lies in a file that the caller deletes
     * @throws DamagedRecordException if the stored bytes are not what was stored
     * @throws MissingOriginalException if {@code originals} does not know the original
     */
    public ArchivedResponse read(Capture capture, Function<Capture.Original, Optional<Capture>> originals)
            throws IOException {
        return new ResponseReader(stored, this::spool).read(capture, originals);
    }

    /**
     * The HTTP head alone of a capture's own record, e.g. for the validators of a conditional request: quick, since what
     * follows it is neither read nor checked.
     *
     * @return empty where the record has none
     */
    public Optional<HttpHead> readHead(Capture capture) throws IOException {
        return stored.head(capture.location());
    }

    /**
     * What an index for other software says of a capture, read from the record's head; only where the record states no digest
     * its payload is read too.
     *
     * @return empty where the record is none that an index lists
     */
    public Optional<CdxLine> cdxLine(Capture capture) throws IOException {
        RecordLocation place = capture.location();
        Optional<ScannedRecord> opening = stored.opening(place);
        if (opening.isEmpty()) {
            return Optional.empty();
        }
        boolean stated =
                capture.revisit() || opening.get().field("WARC-Payload-Digest").isPresent();
        ScannedRecord record = stated ? opening.get() : stored.read(place, OutputStream.nullOutputStream());
        return CdxLines.line(record, RequestQuery.ofKey(capture.url(), capture.key()), Optional.of(capture.key()));
    }

    /**
     * Begins a WARC file of captures that are stored here.
     *
     * @param name its name, which its warcinfo record says
     */
    public WarcExtract extract(OutputStream out, String name) throws IOException {
        WarcExtract extract = new WarcExtract(folder, deflate, out);
        extract.warcinfo(writer.id(), clock.instant(), name, settings.software());
        return extract;
    }

    /** The bytes of a record as they are stored: one gzip member, or plain. The caller closes the stream. */
    public InputStream openRecord(RecordLocation place) throws IOException {
        return stored.raw(place);
    }

    /** The hashes of the record at a place, read through to its end. */
    public RecordHashes hashes(ScannedRecord record) throws IOException {
        try (InputStream raw = stored.raw(record.location())) {
            return RecordHashes.of(record, raw);
        }
    }

    /** The record at the beginning of a file, as a rule its warcinfo. */
    public Optional<ScannedRecord> firstRecord(String file) throws IOException {
        return stored.beginning(file);
    }

    /** The record at a place, with its fields and digests. */
    public ScannedRecord readRecord(RecordLocation place) throws IOException {
        return stored.read(place, OutputStream.nullOutputStream());
    }

    /**
     * Writes a WARC file anew without some captures, a metadata record in the place of each; the file itself stays as it is.
     *
     * @param target where to, replaced if it is there; on the disk when this returns
     * @param captures ids of the captures' main records
     * @param facts what the records in their places say beside digests, by name
     * @return how many records were left out
     */
    public int writeWithout(String file, Path target, Set<String> captures, Map<String, String> facts)
            throws IOException {
        return Takedown.write(folder.file(file), target, captures, facts, clock.instant(), writer::id, deflate);
    }

    /** The finished WARC and ARC files of the folder, in order of their names. */
    public List<Path> files() throws IOException {
        return folder.files();
    }

    /**
     * Takes a WARC or ARC file into the archive. An intact file is copied byte for byte, under its own name where that is
     * free. Of a damaged one the intact records are copied and each damaged stretch is told. A file whose records cannot be
     * read one by one is written anew, a gzip member a record. The given file is never changed.
     *
     * @param captures takes what can be indexed, once the file is in its place; for a file that is there already too, so
     *     that an import that was cut short can be completed
     * @param findings takes what is wrong with the file
     * @throws NotAnArchiveException if it is no WARC or ARC file
     */
    public ImportResult importFile(Path file, Consumer<Capture> captures, Consumer<Finding> findings)
            throws IOException {
        return importFile(
                file,
                captured -> captures.accept(captured.capture()),
                word -> {},
                findings,
                (doing, done, total) -> {});
    }

    /** The same with what people said of links, and word of the progress. */
    public ImportResult importFile(
            Path file,
            Consumer<Captured> captures,
            Consumer<LinkWord> words,
            Consumer<Finding> findings,
            ImportProgress progress)
            throws IOException {
        return new Importer(folder, newUuid, deflate, progress, words).run(file, captures, findings);
    }

    /** Finishes the current file and gives it its final name. Appending may go on, into a new file. */
    @Override
    public void close() throws IOException {
        try {
            unforced.force();
        } finally {
            writer.close();
        }
    }

    private CaptureRenderer.Ids ids() {
        return CaptureRenderer.Ids.around(writer.id());
    }

    private Spool spool() {
        return new Spool(folder.work(newUuid.get() + ".spool"), settings.memoryBytes());
    }

    private Optional<String> statedPayloadDigest(Capture earlier) throws IOException {
        return stored.field(earlier.location(), "WARC-Payload-Digest");
    }
}

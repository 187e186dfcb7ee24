package org.pressmark.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;
import org.pressmark.model.LinkWord;

/** Takes a file in: copies it to the work folder, looks through the copy, and gives the copy, or what is sound of it, a name. */
final class Importer {
    /** Captures beyond this number are found by a second look instead of being kept in memory. */
    private static final int KEPT = 2_000;

    /** So many bytes lie between two words of the progress. */
    private static final long STEP = 1L << 20;

    /** Who wrote one header against the rules wrote a million so: the first ones tell enough. */
    private static final int MOST_HEADERS = 100;

    private final ArchiveFolder folder;
    private final Supplier<String> newUuid;
    private final Deflate deflate;

    private final ImportProgress progress;

    private final Consumer<LinkWord> words;

    /** @param words takes what people said of links */
    Importer(
            ArchiveFolder folder,
            Supplier<String> newUuid,
            Deflate deflate,
            ImportProgress progress,
            Consumer<LinkWord> words) {
        this.progress = progress;
        this.words = words;
        this.folder = folder;
        this.newUuid = newUuid;
        this.deflate = deflate;
    }

    /** What the first look at a file found. */
    private static final class Look implements WarcScan.Listener {
        final Consumer<Finding> findings;
        final Consumer<Captured> each;
        final Steps steps;
        final CaptureCollector collector;
        final HeaderRules rules = new HeaderRules();
        int toldOfHeaders;
        long records;
        long captured;
        long damaged;
        boolean oneByOne = true;
        boolean arc;

        Look(Consumer<Captured> each, Consumer<LinkWord> words, Consumer<Finding> findings, Steps steps) {
            this.each = each;
            this.collector = new CaptureCollector(this::count, words);
            this.findings = findings;
            this.steps = steps;
        }

        @Override
        public void record(ScannedRecord record) {
            records++;
            steps.at(record.location().offset());
            oneByOne &= record.alone();
            arc |= record.version().startsWith("ARC");
            collector.add(record);
            if (Captures.hasNoPlace(record)) {
                findings.accept(new Finding(
                        Finding.Level.WARNING,
                        "no-date-or-address",
                        record.location().file(),
                        record.location().offset(),
                        "expected a date and an address, found "
                                + record.date().map(Object::toString).orElse("no date")
                                + " and " + record.targetUri().orElse("no address")
                                + ": the record is kept, and cannot be found by either"));
            }
            if (toldOfHeaders < MOST_HEADERS) {
                List<Finding> broken = rules.broken(record);
                toldOfHeaders += broken.size();
                broken.forEach(findings);
            }
        }

        @Override
        public void reached(long place) {
            steps.at(place);
        }

        @Override
        public OutputStream payloadCopy(String type) {
            return collector.payloadCopy(type);
        }

        @Override
        public void finding(Finding finding) {
            damaged += finding.level() == Finding.Level.DAMAGE ? 1 : 0;
            findings.accept(finding);
        }

        private void count(Captured one) {
            captured++;
            each.accept(one);
        }
    }

    /** Tells the progress of one going through a file, not too often. */
    private final class Steps {
        private final String doing;
        private final long total;
        private long next;

        Steps(String doing, Path file) throws IOException {
            this.doing = doing;
            this.total = Files.size(file);
        }

        void at(long done) {
            if (done >= next) {
                next = done + STEP;
                progress.at(doing, done, total);
            }
        }
    }

    ImportResult run(Path given, Consumer<Captured> captures, Consumer<Finding> findings) throws IOException {
        String name = ImportName.clean(String.valueOf(given.getFileName()));
        boolean zstd = FileKind.isZstd(given);
        if (!zstd) {
            FileKind.require(given, name);
        }
        Optional<Path> same = zstd ? Optional.empty() : same(given);
        if (same.isPresent()) {
            return there(same.get(), sha256(given), captures, findings);
        }
        folder.create();
        Path copy = folder.work(newUuid.get() + ".import");
        Path sound = folder.work(newUuid.get() + ".import");
        try {
            Digest sha256 = zstd ? sha256(given) : copy(given, copy);
            String known = zstd ? name.replaceFirst("(?i)\\.zst$", "") : name;
            Optional<Path> derived = ImportName.derived(folder, known, sha256);
            if (derived.isPresent()) {
                return there(derived.get(), sha256, captures, findings);
            }
            if (!zstd) {
                return place(copy, sound, name, sha256, false, captures, findings);
            }
            Optional<Finding> cut = unpackZstd(given, name, copy);
            cut.ifPresent(findings);
            if (Files.size(copy) == 0) {
                throw noRecord(name, cut);
            }
            ImportResult result = place(copy, sound, known, sha256, true, captures, findings);
            return cut.isEmpty() ? result : result.withDamage();
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(sound);
        }
    }

    private static NotAnArchiveException noRecord(String name, Optional<Finding> why) {
        return new NotAnArchiveException(
                name,
                "a zstd file without any record that can be read"
                        + why.map(cut -> " (byte " + cut.offset() + ": " + cut.message() + ")")
                                .orElse(""),
                FileKind.remedy());
    }

    /** Frames as gzip members; what stood in its way is given, not thrown: the records before it are sound. */
    private Optional<Finding> unpackZstd(Path given, String name, Path copy) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW))) {
            ZstdFile.toGzip(given, out, deflate);
            return Optional.empty();
        } catch (DamagedRecordException e) {
            return Optional.of(new Finding(
                    Finding.Level.DAMAGE,
                    "damaged-frame",
                    name,
                    e.offset(),
                    e.words() + ". What lies behind it is left out."));
        }
    }

    /** @param anew whether the file was written anew before, and must be named so */
    private ImportResult place(
            Path copy,
            Path sound,
            String name,
            Digest sha256,
            boolean anew,
            Consumer<Captured> captures,
            Consumer<Finding> findings)
            throws IOException {
        List<Captured> kept = new ArrayList<>();
        Look look = new Look(captured -> keep(kept, captured), words, findings, new Steps("reading", copy));
        WarcScan.scan(copy, name, look);
        look.collector.end();
        if (look.records == 0) {
            throw anew
                    ? noRecord(name + ".zst", Optional.empty())
                    : new NotAnArchiveException(name, FileKind.describe(copy), FileKind.remedy());
        }
        boolean whole = look.oneByOne && look.damaged == 0;
        if (!whole) {
            try (Salvage salvage = new Salvage(copy, sound, !look.oneByOne, deflate)) {
                WarcScan.scan(copy, name, salvage);
            }
            Disk.sync(sound);
        }
        boolean gzip = isGzip(copy) || !look.oneByOne;
        String placed = whole && !anew
                ? ImportName.place(folder, copy, ImportName.suffixed(name, look.arc, gzip), sha256)
                : ImportName.place(
                        folder, whole ? copy : sound, ImportName.derivedName(name, sha256, look.arc, gzip), sha256);
        ImportResult.Outcome outcome = whole && !anew
                ? ImportResult.Outcome.COPIED
                : look.damaged > 0 ? ImportResult.Outcome.SALVAGED : ImportResult.Outcome.REWRITTEN;
        if (placed.equals(name) && look.captured == kept.size()) {
            kept.forEach(captures);
        } else {
            Path file = folder.file(placed);
            Steps steps = new Steps("indexing", file);
            Contents.unchecked(
                    file,
                    captured -> {
                        steps.at(captured.capture().location().offset());
                        captures.accept(captured);
                    },
                    word -> {},
                    told -> {});
        }
        return new ImportResult(outcome, placed, sha256, look.records, look.captured, look.damaged);
    }

    private static void keep(List<Captured> kept, Captured captured) {
        if (kept.size() < KEPT) {
            kept.add(captured);
        }
    }

    private ImportResult there(Path file, Digest sha256, Consumer<Captured> captures, Consumer<Finding> findings)
            throws IOException {
        String name = String.valueOf(file.getFileName());
        Look look = new Look(captures, words, findings, new Steps("indexing", file));
        look.toldOfHeaders = MOST_HEADERS; // told when it came
        WarcScan.scan(file, name, Depth.INDEX, look);
        look.collector.end();
        return new ImportResult(ImportResult.Outcome.ALREADY_THERE, name, sha256, look.records, look.captured, 0);
    }

    /** The file of the archive that has the very same bytes. */
    private Optional<Path> same(Path given) throws IOException {
        long size = Files.size(given);
        for (Path file : folder.files()) {
            if (Files.size(file) == size && Files.mismatch(given, file) < 0) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private Digest sha256(Path file) throws IOException {
        return transfer(file, OutputStream.nullOutputStream(), new Steps("reading", file));
    }

    private Digest copy(Path from, Path to) throws IOException {
        Digest digest;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            digest = transfer(from, out, new Steps("copying", from));
        }
        Disk.sync(to);
        return digest;
    }

    private static Digest transfer(Path from, OutputStream out, Steps steps) throws IOException {
        MessageDigest digest = Digests.start(Digest.Algorithm.SHA256);
        try (InputStream in = Files.newInputStream(from)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                copied += count;
                steps.at(copied);
            }
        }
        return Digest.of(Digest.Algorithm.SHA256, digest.digest());
    }

    private static boolean isGzip(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Unpacked in = Unpacked.of(channel, 0, channel.size())) {
            return in.gzip();
        }
    }
}

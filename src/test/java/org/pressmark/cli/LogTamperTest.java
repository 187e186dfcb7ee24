package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that somebody could do to an archive behind its log's back, done; each with a message of its own. */
final class LogTamperTest {
    @TempDir
    private Path folder;

    private LoggedArchive archive;

    @BeforeEach
    void make() throws IOException {
        archive = new LoggedArchive(folder).page("one").page("two");
    }

    @Test
    void anUntouchedArchiveIsSoundWithItsIndexDeleted() throws IOException {
        assertEquals(List.of("exit 0"), archive.verified());
        archive.deleteIndex();
        assertEquals(List.of("exit 0"), archive.verified());
    }

    @Test
    void tellsAChangedByteThoughItsDigestsWereMadeToFit() throws IOException {
        Path file = archive.files().get(0);
        byte[] forged = forge(Files.readAllBytes(file), "paragraph one is long", "paragraph one is lang");
        Files.write(file, forged);
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertEquals("exit 5", found.get(0));
        assertTrue(found.containsAll(List.of("logged-file-changed", "logged-record-changed")), found.toString());
        assertFalse(found.contains("record-not-logged"), found.toString());
    }

    @Test
    void aLogWhoseBeginningAFullDiskPreventedIsBegunAnew() throws IOException {
        try (Stream<Path> log = Files.walk(archive.leavesFile().getParent())) {
            for (Path file : log.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Files.createFile(archive.leavesFile());
        assertEquals(List.of("exit 0", "files-not-logged"), archive.verified());
        assertEquals(0, archive.run("checkpoint").code());
        assertEquals(List.of("exit 0"), archive.verified());
    }

    /** The simplest way to hide what was done to the files; the next run must not hide it either. */
    @Test
    void tellsThatTheWholeLogIsGone() throws IOException {
        LoggedArchive.delete(archive.warcs.resolve("ledger"));
        assertEquals(List.of("exit 5", "log-missing", "files-not-logged"), archive.verified());
        Console.Run signing = archive.run("checkpoint");
        assertEquals(74, signing.code(), signing.toString());
        assertTrue(signing.err().contains("put it back from a copy"), signing.err());
        archive.page("later");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "log-missing")), "nor does a later run");
        archive.deleteIndex();
        Console.Run nothingLeft = archive.run("verify");
        assertTrue(nothingLeft.code() == 0 && nothingLeft.out().contains("No log:"), nothingLeft.toString());
    }

    @Test
    void tellsAnotherArchivesLogInItsPlace() throws IOException {
        LoggedArchive stranger = new LoggedArchive(Files.createDirectory(folder.resolve("stranger"))).page("one");
        Files.copy(stranger.leavesFile(), archive.leavesFile(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(stranger.checkpointsFile(), archive.checkpointsFile(), StandardCopyOption.REPLACE_EXISTING);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "log-replaced")), found.toString());
    }

    @Test
    void tellsAMissingRecord() throws IOException {
        Path file = archive.files().get(0);
        byte[] bytes = Files.readAllBytes(file);
        List<Integer> members = members(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, members.get(1));
        out.write(bytes, members.get(2), bytes.length - members.get(2));
        Files.write(file, out.toByteArray());
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(
                found.containsAll(List.of("exit 5", "logged-file-changed", "logged-record-missing")), found.toString());
    }

    @Test
    void tellsAnAddedRecord() throws IOException {
        Path one = archive.files().get(0);
        byte[] two = Files.readAllBytes(archive.files().get(1));
        List<Integer> members = members(two);
        byte[] record = java.util.Arrays.copyOfRange(two, members.get(1), members.get(2));
        Files.write(
                one,
                forge(
                        record,
                        "news.example",
                        "nows.example",
                        "WARC-Record-ID: <urn:uuid:",
                        "WARC-Record-ID: <urn:uuie:"),
                StandardOpenOption.APPEND);
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "logged-file-changed", "record-not-logged")), found.toString());
    }

    @Test
    void tellsAMissingFile() throws IOException {
        Files.delete(archive.files().get(0));
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "logged-file-missing")), found.toString());
    }

    @Test
    void tellsADroppedLeaf() throws IOException {
        List<String> lines = archive.leaves();
        lines.remove(2);
        archive.leaves(lines);
        assertEquals(List.of("exit 5", "leaf-dropped", "leaves-unsigned"), archive.verified());
    }

    @Test
    void tellsSwappedLeaves() throws IOException {
        List<String> lines = archive.leaves();
        Collections.swap(lines, 1, 3);
        archive.leaves(lines);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "leaves-swapped")), found.toString());
        assertFalse(found.contains("leaf-dropped"), found.toString());
    }

    @Test
    void tellsATruncatedLog() throws IOException {
        List<String> lines = archive.leaves();
        archive.leaves(lines.subList(0, lines.size() - 2));
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "log-truncated")), found.toString());
        assertFalse(found.contains("leaf-dropped"), found.toString());
    }

    @Test
    void tellsAChangedLeaf() throws IOException {
        List<String> lines = archive.leaves();
        lines.set(1, lines.get(1).replaceFirst("\"block\":\"......", "\"block\":\"abcdef"));
        archive.leaves(lines);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "leaf-changed")), found.toString());
    }

    @Test
    void tellsAForkFromACheckpointThatSomebodyKept() throws IOException {
        Path before = folder.resolve("before");
        LoggedArchive.copy(archive.warcs, before);
        archive.page("three");
        Path kept = folder.resolve("kept.txt");
        Files.writeString(kept, archive.run("checkpoint").out());
        LoggedArchive.delete(archive.warcs);
        LoggedArchive.copy(before, archive.warcs);
        archive.page("another-three").page("four");
        assertEquals(List.of("exit 0"), archive.verified(), "by itself the other history is whole");
        List<String> found = archive.verified("--checkpoint", kept.toString());
        assertTrue(found.containsAll(List.of("exit 5", "log-forked")), found.toString());
    }

    @Test
    void tellsALogThatWasCutBackBehindAKeptCheckpoint() throws IOException {
        Path before = folder.resolve("before");
        LoggedArchive.copy(archive.warcs, before);
        archive.page("three");
        Path kept = folder.resolve("kept.txt");
        Files.writeString(kept, archive.run("checkpoint").out());
        LoggedArchive.delete(archive.warcs);
        LoggedArchive.copy(before, archive.warcs);
        List<String> found = archive.verified("--checkpoint", kept.toString());
        assertEquals(List.of("exit 5", "log-truncated"), found);
    }

    @Test
    void tellsACheckpointByAnotherKey() throws IOException {
        LoggedArchive stranger = new LoggedArchive(Files.createDirectories(folder.resolve("stranger"))).page("one");
        archive.signedBy(stranger);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "checkpoint-other-key")), found.toString());
    }

    @Test
    void believesTheKeyThatIsGiven() throws IOException {
        Path ours = folder.resolve("ours.pem");
        Files.writeString(ours, archive.run("key", "export").out());
        assertEquals(List.of("exit 0"), archive.verified("--key", ours.toString()));
        LoggedArchive stranger = new LoggedArchive(Files.createDirectories(folder.resolve("stranger"))).page("one");
        Path theirs = folder.resolve("theirs.pem");
        Files.writeString(theirs, stranger.run("key", "export").out());
        List<String> found = archive.verified("--key", theirs.toString());
        assertTrue(found.containsAll(List.of("exit 5", "checkpoint-other-key")), found.toString());
    }

    /** The bytes of gzip members, each text replaced by another of the same length in all of them, digests made to fit. */
    static byte[] forge(byte[] bytes, String... pairs) throws IOException {
        List<Integer> members = members(bytes);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < members.size(); i++) {
            int end = i + 1 < members.size() ? members.get(i + 1) : bytes.length;
            String record = unzip(java.util.Arrays.copyOfRange(bytes, members.get(i), end));
            String forged = record;
            for (int pair = 0; pair < pairs.length; pair += 2) {
                forged = forged.replace(pairs[pair], pairs[pair + 1]);
            }
            forged = forged.replaceAll("WARC-(Block|Payload)-Digest: [^\r]*\r\n", "");
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write((record.equals(forged) ? record : forged)
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return out.toByteArray();
    }

    private static String unzip(byte[] member) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(member))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    /** Where members begin: by the ten bytes that the writer begins each with. */
    static List<Integer> members(byte[] bytes) {
        byte[] start = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
        List<Integer> out = new java.util.ArrayList<>();
        for (int i = 0; i + start.length <= bytes.length; i++) {
            if (java.util.Arrays.equals(start, java.util.Arrays.copyOfRange(bytes, i, i + start.length))) {
                out.add(i);
            }
        }
        return out;
    }
}

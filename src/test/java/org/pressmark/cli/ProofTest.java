package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence packages, checked by the script in them with sh and openssl; and the signing key. */
final class ProofTest {
    @TempDir
    private Path folder;

    private LoggedArchive archive;
    private Path made;

    @BeforeEach
    void make() throws IOException {
        archive = new LoggedArchive(folder).page("one").page("two").page("three");
        made = folder.resolve("proof");
    }

    /** What the script said. */
    private record Checked(int code, String out) {}

    private Checked check(String... arguments) throws IOException, InterruptedException {
        List<String> words = new java.util.ArrayList<>(
                List.of("sh", made.resolve("verify.sh").toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Checked(process.waitFor(), out);
    }

    private void prove(String what) {
        Console.Run run = archive.run("prove", what, "--out", made.toString());
        assertEquals(0, run.code(), run.toString());
    }

    @Test
    void theScriptInThePackageFindsItSound() throws Exception {
        prove(LoggedArchive.url("two"));
        Checked checked = check();
        assertEquals(0, checked.code(), checked.out());
        assertFalse(checked.out().contains("FAILED"), checked.out());
        Path key = folder.resolve("key.pem");
        Files.writeString(key, archive.run("key", "export").out());
        assertEquals(0, check(key.toString()).code());
        assertTrue(Files.readAllLines(made.resolve("verify.sh")).size() <= 60);
    }

    @Test
    void theScriptFindsEveryChangeInThePackage() throws Exception {
        prove(LoggedArchive.url("two"));
        assertFound("is what the leaf states", "records", bytes -> bytes[40] ^= 1);
        assertFound("is leaf", "capture-leaf.json", bytes -> bytes[bytes.length - 20] ^= 1);
        assertFound("is signed by", "checkpoint.txt", bytes -> bytes[3] ^= 1);
        assertFound("report.html is as SHA256SUMS states", "report.html", bytes -> bytes[400] ^= 1);
        assertFound("is as SHA256SUMS states", "context", bytes -> bytes[30] ^= 1);
        assertFound("is as SHA256SUMS states", "SHA256SUMS", bytes -> bytes[5] = 'x');
        Files.delete(first(made.resolve("records")));
        Checked checked = check();
        assertEquals(1, checked.code(), checked.out());
        assertTrue(checked.out().contains("FAILED  all"), checked.out());
    }

    @Test
    void theScriptRefusesAnotherKey() throws Exception {
        prove(LoggedArchive.url("two"));
        LoggedArchive stranger = new LoggedArchive(Files.createDirectories(folder.resolve("stranger"))).page("one");
        Path theirs = folder.resolve("theirs.pem");
        Files.writeString(theirs, stranger.run("key", "export").out());
        Checked checked = check(theirs.toString());
        assertEquals(1, checked.code(), checked.out());
        assertTrue(checked.out().contains("FAILED  checkpoint.txt is signed by"), checked.out());
    }

    /** Something done to some bytes. */
    private interface Change {
        void to(byte[] bytes);
    }

    private void assertFound(String what, String file, Change change) throws Exception {
        Path path = first(made.resolve(file));
        byte[] before = Files.readAllBytes(path);
        byte[] after = before.clone();
        change.to(after);
        Files.write(path, after);
        Checked checked = check();
        Files.write(path, before);
        assertEquals(1, checked.code(), file + ": " + checked.out());
        assertTrue(
                checked.out().lines().anyMatch(line -> line.startsWith("FAILED") && line.contains(what)),
                file + ": " + checked.out());
    }

    private static Path first(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return path;
        }
        try (Stream<Path> all = Files.list(path)) {
            return all.sorted().findFirst().orElseThrow();
        }
    }

    @Test
    void theReportSaysWhatIsProvedAndLoadsNothing() throws IOException {
        prove(LoggedArchive.url("one"));
        String report = Files.readString(made.resolve("report.html"));
        assertTrue(report.contains(LoggedArchive.url("one")), "names the address");
        assertTrue(report.contains("What this proves, and what it does not"), "says what it is worth");
        assertFalse(report.matches("(?s).*(src=|<script|<link|url\\().*"), "loads nothing");
    }

    @Test
    void aZipHoldsTheSame() throws IOException {
        Path zip = folder.resolve("proof.zip");
        Console.Run run = archive.run("prove", LoggedArchive.url("one"), "--out", zip.toString());
        assertEquals(0, run.code(), run.toString());
        try (java.util.zip.ZipFile file = new java.util.zip.ZipFile(zip.toFile())) {
            for (String name : List.of("README.txt", "verify.sh", "capture-leaf.json", "SHA256SUMS", "report.html")) {
                assertTrue(Objects.nonNull(file.getEntry(name)), name);
            }
        }
        assertEquals(
                2,
                archive.run("prove", LoggedArchive.url("one"), "--out", zip.toString())
                        .code(),
                "never overwritten");
    }

    @Test
    void anotherKeyIsHandedOverToAndNothingBreaks() throws Exception {
        Path old = folder.resolve("old.pem");
        Files.writeString(old, archive.run("key", "export").out());
        assertEquals(0, archive.run("key", "rotate").code());
        archive.page("four");
        assertEquals(List.of("exit 0"), archive.verified());
        assertEquals(
                List.of("exit 0"), archive.verified("--key", old.toString()), "the old key vouches for the new one");
        prove(LoggedArchive.url("one"));
        assertEquals(0, check().code());
        assertTrue(
                Stream.of(Objects.requireNonNull(made.resolve("keys").toFile().list()))
                        .anyMatch(name -> name.startsWith("other-")));
    }

    @Test
    void aLostKeyIsSaidAndWorkGoesOn() throws IOException {
        Files.delete(folder.resolve("configuration/pressmark/signing-key.pem"));
        Path page = folder.resolve("one.html");
        Console.Run run = archive.run("import", page.toString(), "--url", LoggedArchive.url("later"));
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.err().contains("If you have the old key, put it back"), run.err());
        List<String> found = archive.verified();
        assertEquals("exit 1", found.get(0), found.toString());
        assertTrue(found.contains("key-not-handed-over"), found.toString());
    }

    @Test
    void theKeyIsSaidOnce() throws IOException {
        LoggedArchive fresh = new LoggedArchive(Files.createDirectories(folder.resolve("fresh")));
        Path page = folder.resolve("one.html");
        String first = fresh.run("import", page.toString(), "--url", LoggedArchive.url("a"))
                .err();
        String second = fresh.run("import", page.toString(), "--url", LoggedArchive.url("b"))
                .err();
        assertTrue(first.contains("a key was made"), first);
        assertFalse(second.contains("key"), second);
    }
}

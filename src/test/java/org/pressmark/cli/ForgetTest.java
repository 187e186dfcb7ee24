package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takedowns, whole and interrupted, and what the log makes up for after a crash. */
final class ForgetTest {
    @TempDir
    private Path folder;

    private LoggedArchive archive;

    @BeforeEach
    void make() throws IOException {
        archive = new LoggedArchive(folder).page("one").page("two");
    }

    private Console.Run forget(String name) {
        return archive.run("forget", LoggedArchive.url(name), "--reason", "an order of the court", "--yes");
    }

    @Test
    void theContentIsGoneEverywhereAndVerifySaysSo() throws IOException {
        assertEquals(0, forget("one").code());
        assertGone();
        assertEquals(0, archive.run("rebuild", "--check").code());
        archive.deleteIndex();
        assertGone();
        assertTrue(archive.run("replay", LoggedArchive.url("one")).code() != 0);
        assertEquals(0, archive.run("replay", LoggedArchive.url("two")).code());
    }

    private void assertGone() throws IOException {
        assertNowhere("one");
        assertEquals(List.of("exit 0", "content-forgotten"), archive.verified());
        assertFalse(archive.run("list").out().contains(LoggedArchive.url("one")));
    }

    @Test
    void whatIsConcludedOfACopyWithoutItIsEnteredAndNothingElseChanged() throws IOException {
        List<String> before = archive.leaves();
        assertTrue(before.get(before.size() - 2).contains("\"with\":\"urn:uuid:"), "the two are linked: " + before);
        assertEquals(0, forget("one").code());
        List<String> after = archive.leaves();
        assertEquals(before, after.subList(0, before.size()));
        assertTrue(after.get(before.size()).contains("\"type\":\"retraction\""), after.toString());
        assertTrue(after.get(before.size() + 1).contains("{\"links\":[],"), after.toString());
        assertEquals(before.size() + 2, after.size());
    }

    @Test
    void theAddressIsRefusedUntilItIsAllowed() {
        assertEquals(0, forget("one").code());
        Console.Run refused = archive.run("capture", LoggedArchive.url("one"));
        assertTrue(refused.out().contains("was taken down"), refused.toString());
        assertEquals(
                0, archive.run("forget", LoggedArchive.url("one"), "--allow").code());
        Console.Run tried = archive.run("capture", LoggedArchive.url("one"));
        assertFalse(tried.out().contains("was taken down"), tried.toString());
    }

    @Test
    void aRecordThatStandsInTwoFilesGoesOutOfBoth() throws IOException {
        Path both = folder.resolve("an-export.warc.gz");
        for (Path file : archive.files()) {
            Files.write(both, Files.readAllBytes(file), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        Console.Run again = archive.run("import", both.toString());
        assertTrue(again.out().contains("0 captures indexed, 2 not"), again.toString());
        assertEquals(0, archive.run("rebuild", "--check").code());
        assertTrue(forget("one").out().contains("1 capture out of 2 WARC files"));
        assertNowhere("one");
        assertEquals(0, archive.run("rebuild", "--check").code());
        assertEquals(List.of("exit 1", "file-renamed", "record-id-again", "content-forgotten"), archive.verified());
        assertEquals(0, forget("two").code());
        assertNowhere("two");
        archive.deleteIndex();
        assertTrue(archive.run("list").out().startsWith("Nothing is stored yet"));
    }

    @Test
    void anImportDoesNotBringBackWhatWasTakenDown() throws IOException {
        Path before = Files.copy(archive.files().get(0), folder.resolve("before.warc.gz"));
        Path both = Files.copy(before, folder.resolve("both.warc.gz"));
        Files.write(both, Files.readAllBytes(archive.files().get(1)), StandardOpenOption.APPEND);
        assertEquals(0, forget("one").code());
        Console.Run brought = archive.run("import", both.toString());
        assertEquals(0, brought.code(), brought.toString());
        assertTrue(brought.out().contains("0 captures indexed, 1 not"), brought.toString());
        assertTrue(brought.err().contains("of addresses that were taken down"), brought.toString());
        assertNowhere("one");
        assertFalse(archive.run("list").out().contains(LoggedArchive.url("one")));
        assertEquals(0, archive.run("rebuild", "--check").code());
        assertEquals(List.of("exit 1", "file-renamed", "record-id-again", "content-forgotten"), archive.verified());
        Files.copy(before, archive.warcs.resolve("laid-in.warc.gz"));
        assertEquals(0, archive.run("checkpoint").code());
        assertNowhere("one");
        assertFalse(archive.run("list").out().contains(LoggedArchive.url("one")));
        assertEquals(
                0, archive.run("forget", LoggedArchive.url("one"), "--allow").code());
        assertEquals(0, archive.run("import", before.toString()).code());
        assertTrue(archive.run("list").out().contains(LoggedArchive.url("one")));
    }

    private void assertNowhere(String name) throws IOException {
        for (Path file : archive.files()) {
            try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                assertFalse(
                        new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("The paragraph " + name),
                        file.toString());
            }
        }
    }

    @Test
    void asksBeforeItTakesAnything() {
        Console.Run run = archive.run("forget", LoggedArchive.url("one"), "--reason", "none");
        assertEquals(2, run.code(), run.toString());
        assertTrue(run.err().contains("--yes"), run.err());
        assertEquals(List.of("exit 0"), archive.verified());
    }

    @Test
    void aDeathBeforeTheLogWasToldTakesNothing() throws IOException {
        Path file = archive.files().get(0);
        Files.copy(file, archive.warcs.resolve("ledger/" + file.getFileName() + ".forget"));
        assertEquals(List.of("exit 0"), archive.verified());
        assertEquals(0, archive.run("replay", LoggedArchive.url("one")).code());
        assertFalse(Files.exists(archive.warcs.resolve("ledger/" + file.getFileName() + ".forget")));
    }

    @Test
    void aDeathAfterTheLogWasToldIsMadeGoodByTheNextCommand() throws IOException {
        Path before = folder.resolve("before");
        LoggedArchive.copy(archive.warcs, before);
        Path file = archive.files().get(0);
        assertEquals(0, forget("one").code());
        // the log knows, the file was written, and neither index nor file were changed
        Files.move(file, archive.warcs.resolve("ledger/" + file.getFileName() + ".forget"));
        Files.copy(before.resolve(String.valueOf(file.getFileName())), file);
        archive.deleteIndex();
        LoggedArchive.copy(before.resolve(".pressmark"), archive.warcs.resolve(".pressmark"));
        assertEquals("exit 0", archive.verified().get(0));
        assertGone();
        assertEquals(0, archive.run("rebuild", "--check").code());
    }

    @Test
    void replayKnowsNothingOfWhatWasTakenDownByTheQuickWayOrAnother() throws IOException {
        assertEquals(0, archive.run("replay", LoggedArchive.url("one")).code());
        assertEquals(0, forget("one").code());
        assertNotArchived("one");
        archive.run("list");
        assertNotArchived("one");
        LoggedArchive.delete(archive.warcs.resolve(".pressmark/shelf"));
        assertNotArchived("one");
    }

    @Test
    void aCommandThatOnlyReadsShowsNothingOfATakedownThatWasInterrupted() throws IOException {
        archive.run("list");
        Path before = folder.resolve("before");
        LoggedArchive.copy(archive.warcs, before);
        assertEquals(0, forget("one").code());
        Path file = changedSince(before);
        Files.move(file, archive.warcs.resolve("ledger/" + file.getFileName() + ".forget"));
        Files.copy(before.resolve(String.valueOf(file.getFileName())), file);
        LoggedArchive.delete(archive.warcs.resolve(".pressmark"));
        LoggedArchive.copy(before.resolve(".pressmark"), archive.warcs.resolve(".pressmark"));
        assertNotArchived("one");
        assertFalse(archive.run("list").out().contains(LoggedArchive.url("one")));
        assertEquals("exit 0", archive.verified().get(0));
    }

    private Path changedSince(Path before) throws IOException {
        for (Path file : archive.files()) {
            if (Files.mismatch(file, before.resolve(String.valueOf(file.getFileName()))) >= 0) {
                return file;
            }
        }
        throw new AssertionError("expected a file that changed, found none");
    }

    private void assertNotArchived(String name) {
        Console.Run run = archive.run("replay", LoggedArchive.url(name));
        assertEquals(4, run.code(), run.toString());
        assertTrue(run.err().contains("not in the archive"), run.err());
        assertFalse(run.out().contains("The paragraph " + name), run.out());
        Console.Run other = archive.run("replay", LoggedArchive.url("two"));
        assertEquals(0, other.code(), other.toString());
    }

    @Test
    void whatADeadProcessDidNotEnterIsEnteredLaterAndSaid() throws IOException {
        Path ledger = folder.resolve("ledger-before");
        LoggedArchive.copy(archive.warcs.resolve("ledger"), ledger);
        archive.page("three");
        LoggedArchive.delete(archive.warcs.resolve("ledger"));
        LoggedArchive.copy(ledger, archive.warcs.resolve("ledger"));
        assertEquals(
                List.of("exit 0", "files-not-logged", "logged-links-differ", "texts-not-logged"), archive.verified());
        Console.Run run = archive.run("checkpoint");
        assertTrue(run.err().contains("stood in the file but not in the log"), run.toString());
        assertEquals(List.of("exit 0"), archive.verified());
        assertEquals(
                0,
                archive.run(
                                "prove",
                                LoggedArchive.url("three"),
                                "--out",
                                folder.resolve("p").toString())
                        .code());
    }

    @Test
    void anArchiveWithoutALogGetsOne() throws IOException {
        LoggedArchive.delete(archive.warcs.resolve("ledger"));
        archive.deleteIndex();
        assertEquals(List.of("exit 0"), archive.verified());
        assertEquals(0, archive.run("checkpoint").code());
        assertTrue(archive.leaves().stream().anyMatch(leaf -> leaf.contains("\"entered\":\"caught-up\"")));
        assertEquals(List.of("exit 0"), archive.verified());
    }
}

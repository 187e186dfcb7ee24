package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Capture;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.store.Store;
import org.pressmark.store.StoreLocation;
import org.pressmark.store.Tx;

/** The leaves that say what was read and concluded, and a person's word on it: written on every way, and missed by nobody unseen. */
final class LogTextTamperTest {
    @TempDir
    private Path folder;

    private LoggedArchive archive;

    @BeforeEach
    void make() throws IOException {
        archive = new LoggedArchive(folder).page("one").page("two");
        Console.Run run = archive.run(
                "link", LoggedArchive.url("two"), LoggedArchive.url("one"), "--confirm", "--note", "seen in print");
        assertEquals(0, run.code(), run.toString());
    }

    /** The place of the last leaf of a type that says more than that there is nothing. */
    private int last(String type) throws IOException {
        List<String> lines = archive.leaves();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (is(type, lines.get(i)) && !lines.get(i).startsWith("{\"links\":[]")) {
                return i;
            }
        }
        throw new AssertionError("expected a leaf of the type " + type + ", found " + lines);
    }

    private static boolean is(String type, String leaf) {
        return leaf.contains("\"type\":\"" + type + "\"");
    }

    private long count(String type) throws IOException {
        return archive.leaves().stream().filter(leaf -> is(type, leaf)).count();
    }

    private void change(String type, String from, String to) throws IOException {
        List<String> lines = archive.leaves();
        int at = last(type);
        String changed = lines.get(at).replaceFirst(from, to);
        assertFalse(changed.equals(lines.get(at)), lines.get(at));
        lines.set(at, changed);
        archive.leaves(lines);
    }

    private void index(Consumer<Tx> change) {
        try (Store store = Store.open(StoreLocation.of(archive.warcs, Optional.empty()))) {
            store.write(change);
        }
    }

    private static List<Capture> captures(Tx tx) {
        return tx.captures().readOtherwise(Optional.empty(), Optional.empty());
    }

    @Test
    void aPersonsWordIsInTheLogByDigestsAndIsSoundWithTheIndexDeleted() throws IOException {
        String review = archive.leaves().get(last("review"));
        assertTrue(review.contains("\"word\":\"confirm\""), review);
        assertTrue(archive.leaves().get(last("links")).contains("\"basis\":\"confirmed\""), review);
        assertFalse(Files.readString(archive.leavesFile()).contains("news.example"), "no address is in the log");
        assertFalse(Files.readString(archive.leavesFile()).contains("seen in print"), "no text is in the log");
        assertEquals(List.of("exit 0"), archive.verified());
        archive.deleteIndex();
        assertEquals(List.of("exit 0"), archive.verified());
        long links = count("links");
        assertEquals(0, archive.run("rebuild").code());
        assertEquals(links, count("links"), "what comes out the same is not said again");
        assertEquals(List.of("exit 0"), archive.verified());
    }

    /** The file that holds the person's word alone, behind its warcinfo record. */
    private Path wordFile() throws IOException {
        String review = archive.leaves().get(last("review"));
        return archive.warcs.resolve(review.replaceFirst(".*\"file\":\"([^\"]*)\".*", "$1"));
    }

    @Test
    void tellsAPersonsWordThatWasChangedThoughItsDigestsWereMadeToFit() throws IOException {
        Files.write(wordFile(), LogTamperTest.forge(Files.readAllBytes(wordFile()), "seen in print", "seen in paint"));
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(
                found.containsAll(List.of("exit 5", "logged-file-changed", "logged-record-changed")), found.toString());
    }

    @Test
    void tellsAPersonsWordThatIsGone() throws IOException {
        byte[] bytes = Files.readAllBytes(wordFile());
        Files.write(
                wordFile(), Arrays.copyOf(bytes, LogTamperTest.members(bytes).get(1)));
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(
                found.containsAll(
                        List.of("exit 5", "logged-file-changed", "logged-record-missing", "logged-links-differ")),
                found.toString());
    }

    @Test
    void tellsAWordThatNobodySaid() throws IOException {
        byte[] bytes = Files.readAllBytes(wordFile());
        byte[] word = Arrays.copyOfRange(bytes, LogTamperTest.members(bytes).get(1), bytes.length);
        Files.write(
                archive.files().get(0),
                LogTamperTest.forge(word, "WARC-Record-ID: <urn:uuid:", "WARC-Record-ID: <urn:uuie:", "print", "paint"),
                StandardOpenOption.APPEND);
        archive.deleteIndex();
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "logged-file-changed", "record-not-logged")), found.toString());
    }

    @Test
    void tellsADroppedLeafOfLinks() throws IOException {
        List<String> lines = archive.leaves();
        lines.remove(last("links"));
        archive.leaves(lines);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "leaf-dropped")), found.toString());
        assertFalse(found.contains("logged-links-differ"), "one thing is wrong, and it is told once: " + found);
    }

    @Test
    void tellsAnAddedLeafOfLinks() throws IOException {
        List<String> lines = archive.leaves();
        lines.add(last("links"), lines.get(last("links")));
        archive.leaves(lines);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "leaf-added")), found.toString());
    }

    @Test
    void tellsSwappedLeavesOfLinks() throws IOException {
        List<String> lines = archive.leaves();
        Collections.swap(lines, last("links"), last("links") - 1);
        archive.leaves(lines);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "leaves-swapped")), found.toString());
        assertFalse(found.contains("leaf-dropped"), found.toString());
    }

    @Test
    void tellsALogThatWasCutOffBeforeItsLinks() throws IOException {
        archive.leaves(archive.leaves().subList(0, last("links")));
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "log-truncated")), found.toString());
    }

    @Test
    void tellsAChangedLeafOfEachKindAndWhatItWasAbout() throws IOException {
        List<String> whole = archive.leaves();
        change("links", "\"basis\":\"confirmed\"", "\"basis\":\"inferred\"");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "leaf-changed")));
        archive.leaves(whole);
        change("links", "\"link\":\"......", "\"link\":\"abcdef");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "leaf-changed", "logged-links-differ")));
        archive.leaves(whole);
        change("version", "\"text\":\"......", "\"text\":\"abcdef");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "leaf-changed", "logged-text-differs")));
        archive.leaves(whole);
        change("claims", "\"sha256\":\"......", "\"sha256\":\"abcdef");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "leaf-changed", "logged-claims-differ")));
        archive.leaves(whole);
        change("review", "\"word\":\"confirm\"", "\"word\":\"reject\"");
        assertTrue(archive.verified().containsAll(List.of("exit 5", "leaf-changed")));
        archive.leaves(whole);
        assertEquals(List.of("exit 0"), archive.verified());
    }

    @Test
    void tellsAClockThatWentBackAtALeafOfLinks() throws IOException {
        String time = archive.leaves().get(last("links")).replaceFirst(".*\"time\":\"([^\"]*)\".*", "$1");
        change("links", time, Instant.parse(time).minusSeconds(3600).toString());
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "clock-backwards", "leaf-changed")), found.toString());
    }

    @Test
    void tellsAnotherHistoryOfThePersonsWord() throws IOException {
        Path kept = folder.resolve("kept.txt");
        Path before = folder.resolve("before");
        LoggedArchive.copy(archive.warcs, before);
        assertEquals(0, said("--reject").code());
        Files.writeString(kept, archive.run("checkpoint").out());
        LoggedArchive.delete(archive.warcs);
        LoggedArchive.copy(before, archive.warcs);
        assertEquals(0, said("--confirm").code());
        assertEquals(0, archive.page("three").run("checkpoint").code());
        assertEquals(List.of("exit 0"), archive.verified(), "by itself the other history is whole");
        List<String> found = archive.verified("--checkpoint", kept.toString());
        assertTrue(found.containsAll(List.of("exit 5", "log-forked")), found.toString());
    }

    private Console.Run said(String option) {
        return archive.run("link", LoggedArchive.url("two"), LoggedArchive.url("one"), option);
    }

    @Test
    void tellsACheckpointOverLinksThatSomebodyElseSigned() throws IOException {
        LoggedArchive stranger = new LoggedArchive(Files.createDirectories(folder.resolve("stranger"))).page("one");
        archive.signedBy(stranger);
        List<String> found = archive.verified();
        assertTrue(found.containsAll(List.of("exit 5", "checkpoint-other-key", "leaves-unsigned")), found.toString());
    }

    @Test
    void tellsWhatWasChangedInTheIndexAndARebuildMendsIt() {
        index(tx -> {
            ProvenanceChain chain = captures(tx).stream()
                    .flatMap(capture -> tx.chains().of(capture.recordId()).stream())
                    .filter(kept -> !kept.origins().isEmpty())
                    .findFirst()
                    .orElseThrow();
            tx.chains().replace(new ProvenanceChain(chain.focus(), chain.nodes(), List.of()));
        });
        assertEquals(List.of("exit 1", "logged-links-differ"), archive.verified());
        index(tx -> tx.versions().remove(captures(tx).get(0)));
        assertTrue(
                archive.verified().contains("logged-text-missing"),
                archive.verified().toString());
        assertEquals(0, archive.run("rebuild").code());
        assertEquals(List.of("exit 0"), archive.verified());
    }

    @Test
    void anImportedFileBringsItsTextsAndWordsIntoTheLog() throws IOException {
        LoggedArchive other = new LoggedArchive(Files.createDirectories(folder.resolve("other")));
        for (Path file : archive.files()) {
            assertEquals(0, other.run("import", file.toString()).code());
        }
        List<String> leaves = other.leaves();
        for (String type : List.of("version", "claims", "links", "review")) {
            assertTrue(leaves.stream().anyMatch(leaf -> is(type, leaf)), type + leaves);
        }
        assertTrue(leaves.stream().anyMatch(line -> line.contains("\"basis\":\"confirmed\"")), leaves.toString());
        assertTrue(leaves.stream().anyMatch(line -> line.contains("\"word\":\"confirm\"")), leaves.toString());
        assertEquals(List.of("exit 0"), other.verified());
        other.deleteIndex();
        assertEquals(List.of("exit 0"), other.verified());
    }
}

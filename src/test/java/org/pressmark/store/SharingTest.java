package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharingTest {
    @TempDir
    Path archive;

    @Test
    void twoProcessesWriteToOneIndexAtOnce() throws Exception {
        try (Child one = new Child(Writer.class, List.of(), archive, "one-", 60);
                Child two = new Child(Writer.class, List.of(), archive, "two-", 60);
                Store three = Store.open(StoreLocation.ofArchive(archive))) {
            for (int i = 0; i < 60; i++) {
                int hour = i;
                three.write(tx -> tx.captures().insert(Captures.page("three-" + hour, Captures.A, hour, "x")));
            }
            assertEquals(0, one.exitCode());
            assertEquals(0, two.exitCode());
            assertEquals(180, three.read(Tx::totals).captures());
            assertEquals(121, three.read(Tx::totals).pages());
        }
    }

    @Test
    void theOthersGoOnWhenTheProcessThatServesThemIsKilled() throws Exception {
        try (Child server = new Child(Writer.class, List.of(), archive, "server-", 0)) {
            List<String> acknowledged = new ArrayList<>(List.of(server.line()));
            try (Store client = Store.open(StoreLocation.ofArchive(archive))) {
                client.write(tx -> tx.captures().insert(Captures.page("before", Captures.A, 1, "x")));
                acknowledged.addAll(server.kill());
                client.write(tx -> tx.captures().insert(Captures.page("after", Captures.A, 2, "x")));
                acknowledged.addAll(List.of("urn:uuid:before", "urn:uuid:after"));
                for (String id : acknowledged) {
                    assertTrue(client.read(tx -> tx.captures().find(id)).isPresent(), id);
                }
            }
        }
    }

    /** What was not safely stored may have gone with that process: a file is not called read then, and is read again. */
    @Test
    void noFileIsCalledReadOfWhichRowsMayHaveGoneWithTheServer() throws Exception {
        try (Child server = new Child(Writer.class, List.of(), archive, "server-", 0)) {
            assertEquals("urn:uuid:server-0", server.line());
            try (Store client = Store.open(StoreLocation.ofArchive(archive))) {
                client.batch(tx -> tx.captures().insert(Captures.page("unsafe", Captures.A, 1, "x")));
                server.kill();
                client.write(tx -> tx.captures().insert(Captures.page("after", Captures.A, 2, "x")));
                client.write(tx -> tx.files().advance("read.warc.gz", 1_000));
                assertTrue(client.read(tx -> tx.files().find("read.warc.gz")).isEmpty());
            }
        }
        try (Store next = Store.open(StoreLocation.ofArchive(archive))) {
            next.write(tx -> tx.files().advance("read.warc.gz", 1_000));
            assertEquals(
                    1_000,
                    next.read(tx -> tx.files().find("read.warc.gz"))
                            .orElseThrow()
                            .indexedTo());
        }
    }

    @Test
    void theSharingPortIsOpenOnLoopbackOnly() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/net/tcp")), "SKIPPED: no /proc/net/tcp here to read open ports from");
        try (Child server = new Child(Writer.class, List.of(), archive, "x", 1, "stay")) {
            assertEquals("urn:uuid:x0", server.line());
            assertEquals("open", server.line());
            Set<String> addresses = listeningAddresses(server.pid());
            assertFalse(addresses.isEmpty(), "expected a sharing port");
            for (String address : addresses) {
                assertTrue(
                        address.equals("0100007F")
                                || address.equals("00000000000000000000000001000000")
                                || address.equals("0000000000000000FFFF00000100007F"),
                        "listens on " + address);
            }
            server.tell("end");
            assertEquals(0, server.exitCode());
        }
    }

    @Test
    void refusesToShareOnAnotherAddress() throws Exception {
        try (Child open = new Child(Refusal.class, List.of("-Dh2.bindAddress=0.0.0.0"), archive)) {
            assertTrue(open.line().startsWith("expected the database to listen on 127.0.0.1 only, found: 0.0.0.0"));
        }
    }

    @Test
    void nobodyElseMayReadTheKeyToTheSharingPort() throws Exception {
        assumeTrue(
                archive.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "SKIPPED: no POSIX permissions here");
        try (Store store = Store.open(StoreLocation.ofArchive(archive.resolve("new/archive")))) {
            assertEquals(0, store.read(Tx::totals).captures());
            Path folder = archive.resolve("new/archive").resolve(StoreLocation.FOLDER);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
            Path key = folder.resolve("index.lock.db");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        }
    }

    @Test
    void anUnreadableIndexIsNamedWithTheRemedy() throws Exception {
        StoreLocation.Embedded location = (StoreLocation.Embedded) StoreLocation.ofArchive(archive);
        Files.createDirectories(archive.resolve(StoreLocation.FOLDER));
        Files.write(
                location.databaseFile(), "This is no database. ".repeat(2_000).getBytes(StandardCharsets.UTF_8));
        String message =
                assertThrows(StoreException.class, () -> Store.open(location)).getMessage();
        assertTrue(message.contains(location.databaseFile().toString()), message);
        assertTrue(message.contains("rebuild"), message);

        Path file = Files.createFile(archive.resolve("file"));
        String folder = assertThrows(StoreException.class, () -> Store.open(StoreLocation.ofArchive(file)))
                .getMessage();
        assertTrue(folder.contains("cannot be made"), folder);
    }

    /** Prints what opening a store says. */
    static final class Refusal {
        private Refusal() {}

        public static void main(String[] words) {
            try (Store store = Store.open(StoreLocation.ofArchive(Path.of(words[0])))) {
                System.out.println("opened " + store.words());
            } catch (StoreException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    /** The local addresses, as the kernel writes them, on which a process listens (state 0A). */
    private static Set<String> listeningAddresses(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            for (Path one : (Iterable<Path>) all::iterator) {
                String target =
                        Files.isSymbolicLink(one) ? Files.readSymbolicLink(one).toString() : "";
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        Set<String> out = new HashSet<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            if (!Files.exists(Path.of(table))) {
                continue;
            }
            for (String line : Files.readAllLines(Path.of(table))) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length > 9 && words[3].equals("0A") && sockets.contains(words[9])) {
                    out.add(words[1].substring(0, words[1].indexOf(':')));
                }
            }
        }
        return out;
    }

    /** Where not even root can make a file. */
    @Test
    void anArchiveThatCannotBeWrittenToSaysWhatToDo() {
        Path fixed = Path.of("/proc");
        assumeTrue(Files.isDirectory(fixed), "no /proc here");
        StoreException e = assertThrows(StoreException.class, () -> IndexLock.take(fixed.resolve("index.use"), false));
        assertTrue(
                String.valueOf(e.getMessage()).contains("copy the archive to where it can be written"), e.toString());
    }
}

package org.pressmark.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.model.Finding;

/** The log's tree, files, keys and notes. */
final class LedgerTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Leaves and roots of the test data of RFC 6962's reference implementation. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @TempDir
    private Path folder;

    private final List<Finding> notices = new ArrayList<>();

    @Test
    void rootsAreThoseOfTheStandard() throws IOException {
        try (NodeFile nodes = new NodeFile(folder.resolve("nodes"))) {
            for (int i = 0; i < LEAVES.size(); i++) {
                nodes.append(i, List.of(TreeHash.leaf(HexFormat.of().parseHex(LEAVES.get(i)))));
                assertEquals(ROOTS.get(i), HexFormat.of().formatHex(nodes.root(i + 1)), "size " + (i + 1));
            }
        }
    }

    @Test
    void everyLeafOfEveryTreeIsProved() throws IOException {
        int most = 70;
        try (NodeFile nodes = new NodeFile(folder.resolve("nodes"))) {
            List<byte[]> leaves = IntStream.range(0, most)
                    .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) i}))
                    .toList();
            nodes.append(0, leaves.subList(0, 13));
            nodes.append(13, leaves.subList(13, most));
            for (int size = 1; size <= most; size++) {
                for (int leaf = 0; leaf < size; leaf++) {
                    byte[] root = rootOf(leaves.get(leaf), leaf, size, nodes.inclusion(leaf, size));
                    assertArrayEquals(nodes.root(size), root, leaf + " of " + size);
                }
            }
        }
    }

    /** RFC 9162 §2.1.3.2, written down as it stands there. */
    private static byte[] rootOf(byte[] leaf, long index, long size, List<byte[]> proof) {
        long fn = index;
        long sn = size - 1;
        byte[] r = leaf;
        for (byte[] p : proof) {
            if ((fn & 1) == 1 || fn == sn) {
                r = TreeHash.node(p, r);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                r = TreeHash.node(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 ? r : new byte[0];
    }

    @Test
    void everyTreeIsProvedToBeTheBeginningOfEveryLaterOne() throws IOException {
        int most = 40;
        try (NodeFile nodes = new NodeFile(folder.resolve("nodes"))) {
            nodes.append(
                    0,
                    IntStream.range(0, most)
                            .mapToObj(i -> TreeHash.leaf(new byte[] {(byte) i}))
                            .toList());
            for (int newer = 1; newer <= most; newer++) {
                for (int older = 1; older < newer; older++) {
                    List<byte[]> proof = new ArrayList<>(nodes.consistency(older, newer));
                    assertTrue(
                            consistent(older, newer, nodes.root(older), nodes.root(newer), proof),
                            older + " in " + newer);
                }
            }
        }
    }

    /** RFC 9162 §2.1.4.2, written down as it stands there. */
    private static boolean consistent(long first, long second, byte[] firstRoot, byte[] secondRoot, List<byte[]> path) {
        if (Long.bitCount(first) == 1) {
            path.add(0, firstRoot);
        }
        long fn = first - 1;
        long sn = second - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.get(0);
        byte[] sr = path.get(0);
        for (byte[] c : path.subList(1, path.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = TreeHash.node(c, fr);
                sr = TreeHash.node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = TreeHash.node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, firstRoot) && Arrays.equals(sr, secondRoot);
    }

    @Test
    void canonicalJsonSortsAndEscapesAsTheStandardSays() {
        String json = Statement.canonical(
                Map.of("\u20ac", "Euro \u0007 \"q\" \\ / \n", "\r", List.of(1, 2L, "x"), "1", Map.of("b", 2, "a", 1)));
        assertEquals(
                "{\"\\r\":[1,2,\"x\"],\"1\":{\"a\":1,\"b\":2},\"\u20ac\":\"Euro \\u0007 \\\"q\\\" \\\\ / \\n\"}", json);
        assertThrows(IllegalArgumentException.class, () -> Statement.canonical(1.5));
    }

    @Test
    void whatWasEnteredIsFoundAgain() throws IOException {
        try (Ledger ledger = open()) {
            long first = ledger.append(List.of(say("a"), say("b \"quoted\" \\"), say("a")), NOON);
            assertEquals(1, first, "the log's own name comes first");
            assertEquals(
                    List.of(1L, 3L),
                    List.copyOf(ledger.find(List.of("a", "nobody")).get("a")));
        }
        Files.delete(folder.resolve(".pressmark/ledger/entries"));
        try (Ledger again = open()) {
            String odd = "b \"quoted\" \\";
            assertEquals(List.of(2L), List.copyOf(again.find(List.of(odd)).get(odd)));
            assertEquals("pressmark/test", again.origin());
        }
    }

    @Test
    void twoWritersTakeTurns() throws IOException {
        try (Ledger one = open();
                Ledger other = open()) {
            one.append(List.of(say("a")), NOON);
            other.append(List.of(say("b")), NOON);
            one.append(List.of(say("c")), NOON);
            SigningKey key = SigningKey.make();
            Checkpoint both = other.checkpoint(other.origin(), key);
            assertEquals(4, both.size());
            assertEquals(both, one.checkpoint(one.origin(), key), "the log is signed as it is already");
        }
    }

    @Test
    void aTornLeafIsCutOffAndSaid() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(List.of(say("a")), NOON);
        }
        Path leaves = folder.resolve("ledger/leaves.jsonl");
        Files.writeString(leaves, "{\"half\":", StandardOpenOption.APPEND);
        try (Ledger ledger = open()) {
            assertEquals(2, ledger.size());
            ledger.append(List.of(say("b")), NOON);
            assertEquals(3, ledger.size());
        }
        assertEquals(
                List.of("torn-leaf-cut"), notices.stream().map(Finding::code).toList());
        assertEquals(3, Files.readAllLines(leaves).size());
    }

    @Test
    void aTornCheckpointIsPassedOver() throws IOException {
        SigningKey key = SigningKey.make();
        try (Ledger ledger = open()) {
            ledger.append(List.of(say("a")), NOON);
            ledger.checkpoint(ledger.origin(), key);
        }
        Path notes = folder.resolve("ledger/checkpoints");
        Files.writeString(notes, "pressmark/test\n9\nsFodV/vSp5O8n9a8", StandardOpenOption.APPEND);
        try (Ledger ledger = open()) {
            assertEquals(2, ledger.lastCheckpoint().orElseThrow().size());
            ledger.append(List.of(say("b")), NOON);
            ledger.checkpoint(ledger.origin(), key);
            assertEquals(
                    List.of(2L, 3L),
                    ledger.allCheckpoints().stream().map(Checkpoint::size).toList());
        }
    }

    @Test
    void aLogThatIsNotWhatWasSignedIsNotGoneOnWith() throws IOException {
        try (Ledger ledger = open()) {
            ledger.append(List.of(say("a"), say("b")), NOON);
            ledger.checkpoint(ledger.origin(), SigningKey.make());
        }
        Path leaves = folder.resolve("ledger/leaves.jsonl");
        Files.writeString(leaves, Files.readString(leaves).replace("\"subject\":\"a\"", "\"subject\":\"z\""));
        Files.delete(folder.resolve(".pressmark/ledger/nodes"));
        try (Ledger ledger = open()) {
            assertThrows(LedgerException.class, () -> ledger.append(List.of(say("c")), NOON));
        }
        assertEquals(3, Files.readAllLines(leaves).size());
    }

    @Test
    void theKeyIsItsOwnersAlone() throws IOException {
        KeyRing ring = new KeyRing(folder.resolve("configuration/signing-key.pem"));
        SigningKey made = ring.currentOrNew();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ring.file())));
        assertEquals(made.verifier(), ring.current().orElseThrow().verifier());
        Files.setPosixFilePermissions(ring.file(), PosixFilePermissions.fromString("rw-r--r--"));
        IOException refused = assertThrows(IOException.class, ring::current);
        assertTrue(String.valueOf(refused.getMessage()).contains("chmod 600"), refused.getMessage());
    }

    @Test
    void keyIdsAreThoseOfTheSignedNoteFormat() {
        // PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW, the example of Go's package sumdb/note
        VerifierKey key = new VerifierKey("GlzZBxQ8OExB6DDFvOEqqIF+xWSaqr8sMTiLNbLXRNY=");
        assertEquals("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", key.vkey("PeterNeumann"));
    }

    private Ledger open() throws IOException {
        return Ledger.open(folder, "pressmark/test", notices::add);
    }

    private static Statement say(String subject) {
        return new Statement(
                "capture", subject, Map.of("note", "n".repeat(subject.getBytes(StandardCharsets.UTF_8).length)));
    }
}

package org.pressmark.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.model.Capture;
import org.pressmark.model.Finding;

class ZstdFileTest {
    @TempDir
    Path dir;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Capture> captures = new ArrayList<>();

    private static byte[] record(int i) {
        return OddFiles.bytes(OddFiles.response("http://a.example/" + i, "<p>This is page number " + i));
    }

    private ImportResult take(byte[]... parts) throws IOException {
        Path file = Files.write(dir.resolve("crawl.warc.zst"), OddFiles.join(parts));
        try (WarcArchive archive = Sample.archive(dir.resolve("archive"), findings)) {
            return archive.importFile(file, captures::add, findings::add);
        }
    }

    private static byte[] skippable(int magic, byte[] content) {
        ByteBuffer out = ByteBuffer.allocate(8 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        return out.putInt(magic).putInt(content.length).put(content).array();
    }

    @Test
    void takesAFrameARecordAndKnowsTheFileAgain() throws IOException {
        byte[] skipped = skippable(0x184d2a53, new byte[300_000]);
        ImportResult first = take(Zstd.compress(record(1)), skipped, Zstd.compress(record(2)));
        assertEquals(ImportResult.Outcome.REWRITTEN, first.outcome());
        assertEquals(2, captures.size());
        assertEquals(List.of(), findings);
        ImportResult again = take(Zstd.compress(record(1)), skipped, Zstd.compress(record(2)));
        assertEquals(ImportResult.Outcome.ALREADY_THERE, again.outcome());
        assertEquals(first.file(), again.file());
        try (WarcArchive archive = Sample.archive(dir.resolve("archive"), findings)) {
            assertArrayEquals(
                    OddFiles.bytes("<p>This is page number 2"),
                    Sample.bytes(archive.read(captures.get(1), none -> java.util.Optional.empty())
                            .body()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void usesTheDictionaryThatStandsFirst(boolean packed) throws IOException {
        byte[] dictionary = OddFiles.bytes(OddFiles.response("http://a.example/", "<p>This is page number ")
                .repeat(4));
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        try (ZstdCompressCtx context = new ZstdCompressCtx()) {
            context.loadDict(dictionary);
            frames.writeBytes(context.compress(record(1)));
            frames.writeBytes(context.compress(record(2)));
        }
        take(skippable(0x184d2a5d, packed ? Zstd.compress(dictionary) : dictionary), frames.toByteArray());
        assertEquals(2, captures.size());
        assertEquals(List.of(), findings);
    }

    @Test
    void takesAWholeFileInOneFrame() throws IOException {
        take(Zstd.compress(OddFiles.join(record(1), record(2), record(3))));
        assertEquals(3, captures.size());
    }

    @Test
    void takesWhatStandsBeforeATruncatedFrameAndSaysWhereItIsCut() throws IOException {
        byte[] first = Zstd.compress(record(1));
        byte[] second = Zstd.compress(record(2));
        ImportResult result = take(first, java.util.Arrays.copyOf(second, second.length - 7));
        assertEquals(ImportResult.Outcome.SALVAGED, result.outcome());
        assertEquals(1, captures.size());
        Finding cut = findings.get(0);
        assertEquals("damaged-frame", cut.code());
        assertEquals(first.length, cut.offset());
    }

    @Test
    void hostileFramesComeToAClearEnd() {
        byte[] window = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 1, 0, 0
        }; // asks for a window of terabytes
        byte[] bomb = Zstd.compress(new byte[300 << 20], 19);
        byte[] dictionary = {0x5d, 0x2a, 0x4d, 0x18, -1, -1, -1, 127};
        for (byte[] hostile : List.of(window, bomb, dictionary)) {
            NotAnArchiveException refused = assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> assertThrows(NotAnArchiveException.class, () -> take(hostile)));
            assertTrue(refused.found().contains("zstd"), refused.found());
        }
    }

    @Test
    void mutatedFilesComeToAnEnd() {
        byte[] sound = OddFiles.join(Zstd.compress(record(1)), Zstd.compress(record(2)), Zstd.compress(record(3)));
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] broken = sound.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                broken[4 + random.nextInt(broken.length - 4)] = (byte) random.nextInt(256);
            }
            int before = captures.size();
            boolean taken = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                try {
                    take(broken);
                    return true;
                } catch (NotAnArchiveException nothingLeft) {
                    return false;
                }
            });
            assertTrue(taken || captures.size() == before);
        }
    }
}

package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.testing.TestWarc;

/** {@code replay --from} of WACZ files: their index is made use of and not believed; what is damaged is told by the exit code. */
final class GivenWaczTest {
    private static final String PAGE = "http://a.example/page";
    private static final String OTHER = "http://a.example/other";
    private static final String WHOLE = "the whole file is read";

    @TempDir
    private Path folder;

    private Console.Run run(String... words) {
        return new Console().run(words);
    }

    private Console.Run replay(Path wacz, String... words) {
        String[] all = Arrays.copyOf(new String[] {"replay", "--from", wacz.toString()}, 3 + words.length);
        System.arraycopy(words, 0, all, 3, words.length);
        return run(all);
    }

    private static TestWarc warc() {
        return new TestWarc()
                .page(PAGE, "2024-03-01T12:00:00Z", "<h1>Seven ships</h1><img src=/dot.gif>")
                .answer("http://a.example/dot.gif", "2024-03-01T12:00:01Z", "200 OK", "image/gif", "GIF89a")
                .page(OTHER, "2024-03-01T12:00:02Z", "<h1>Other matters</h1>")
                .page(PAGE, "2024-03-03T12:00:00Z", "<h1>Eight ships</h1>")
                .revisit(PAGE, "2024-03-05T12:00:00Z", OTHER, "2024-03-01T12:00:02Z", "<h1>Other matters</h1>")
                .posted(PAGE, "2024-03-07T12:00:00Z", "application/x-www-form-urlencoded", "a=1", "{}");
    }

    private List<String> index(byte[] warc) throws IOException {
        Path file = Files.write(folder.resolve("data.warc.gz"), warc);
        return run("export", "--cdxj", "--from", file.toString(), "-")
                .out()
                .lines()
                .toList();
    }

    private Path wacz(byte[] warc, String path, byte[] index) throws IOException {
        Path file = folder.resolve("given.wacz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            stored(zip, "archive/data.warc.gz", warc);
            stored(zip, path, index);
        }
        return file;
    }

    private Path wacz(byte[] warc, List<String> index) throws IOException {
        return wacz(warc, "indexes/index.cdxj", (String.join("\n", index) + "\n").getBytes(UTF_8));
    }

    private static void stored(ZipOutputStream zip, String path, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    /** What lies elsewhere may be broken: it is not read. */
    @Test
    void readsOnlyWhatIsAskedForWhereItLies() throws IOException {
        byte[] warc = warc().bytes();
        List<String> index = index(warc);
        Arrays.fill(warc, warc.length - 300, warc.length - 200, (byte) 0x55);
        Path wacz =
                wacz(warc, index.stream().filter(line -> !line.contains("POST")).toList());
        Console.Run first = replay(wacz, PAGE + "@first");
        assertEquals(0, first.code(), first.toString());
        assertTrue(first.out().contains("Seven ships"), first.out());
        assertFalse(first.err().contains(WHOLE), first.err());
        Console.Run near = replay(wacz, PAGE + "@2024-03-02T18:00", "--json");
        assertEquals(3, near.code(), near.toString());
        assertTrue(near.out().contains("2024-03-03T12:00:00Z"), near.out());
        assertFalse(near.err().contains(WHOLE), near.err());
    }

    @Test
    void aRevisitTakesItsPayloadFromItsOriginalAndAPageItsParts() throws IOException {
        byte[] warc = warc().bytes();
        Path wacz = wacz(warc, index(warc));
        Console.Run latest = replay(wacz, PAGE);
        assertEquals(0, latest.code(), latest.toString());
        assertTrue(latest.out().contains("Other matters"), latest.out());
        Path single = folder.resolve("single.html");
        Console.Run made = replay(wacz, PAGE + "@first", "--html-single", single.toString());
        assertEquals(0, made.code(), made.toString());
        assertTrue(Files.readString(single).contains("data:image/gif"), "the picture is inside");
        assertFalse((latest.err() + made.err()).contains(WHOLE), latest.err() + made.err());
    }

    /** As Browsertrix writes them. */
    @Test
    void readsAnIndexWhoseTimesHaveMilliseconds() throws IOException {
        byte[] warc = warc().bytes();
        List<String> index = index(warc).stream()
                .map(line -> line.replaceFirst(" ([0-9]{14}) ", " $1123 "))
                .toList();
        Console.Run first = replay(wacz(warc, index), PAGE + "@first");
        assertTrue(first.out().contains("Seven ships") && !first.err().contains(WHOLE), first.toString());
    }

    @Test
    void readsAPackedIndexAndOneOfElevenColumns() throws IOException {
        byte[] warc = warc().bytes();
        List<String> index = index(warc);
        Console.Run packed = replay(
                wacz(warc, "indexes/index.cdx.gz", gzip("!meta 0 {}\n" + String.join("\n", index) + "\n")),
                PAGE + "@first");
        assertTrue(packed.out().contains("Seven ships") && !packed.err().contains(WHOLE), packed.toString());
        String columns = run(
                        "export",
                        "--cdx11",
                        "--from",
                        folder.resolve("data.warc.gz").toString(),
                        "-")
                .out();
        Console.Run eleven = replay(wacz(warc, "indexes/index.cdx", columns.getBytes(UTF_8)), PAGE + "@first");
        assertTrue(eleven.out().contains("Seven ships") && !eleven.err().contains(WHOLE), eleven.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"address", "date", "digest", "place", "behind", "file", "words", "left out", "nothing", "minus"})
    void anIndexThatLiesChangesNothing(String lie) throws IOException {
        byte[] warc = warc().bytes();
        List<String> index = index(warc).stream()
                .filter(line -> !(lie.equals("left out") && line.contains("/page\"")))
                .filter(line -> !lie.equals("nothing"))
                .map(line -> line.contains("/page\"") ? lied(line, lie) : line)
                .toList();
        Path wacz = wacz(warc, index);
        Console.Run run = replay(wacz, PAGE + "@2024-03-03");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("Eight ships"), run.out());
        assertTrue(run.err().contains(WHOLE), run.err());
    }

    private static String lied(String line, String lie) {
        return switch (lie) {
            case "address" -> line.replace("/page\"", "/other\"");
            case "date" -> line.replace(" 202403", " 202303");
            case "digest" -> line.replaceAll("sha1:[A-Z2-7]+", "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
            case "place" -> line.replaceAll("\"offset\": \"\\d+\"", "\"offset\": \"17\"");
            case "behind" -> line.replaceAll("\"length\": \"\\d+\"", "\"length\": \"9223372036854775807\"");
            case "file" -> line.replace("data.warc.gz", "../data.warc.gz");
            case "minus" -> line.replaceAll("\"offset\": \"\\d+\"", "\"offset\": \"-1\"");
            default -> "no line of an index";
        };
    }

    @Test
    void whatIsNotInItIsSaidOnlyWhenAllWasRead() throws IOException {
        byte[] warc = warc().bytes();
        Console.Run run = replay(wacz(warc, index(warc)), "http://a.example/pag");
        assertEquals(4, run.code(), run.toString());
        assertTrue(run.err().contains(WHOLE) && run.err().contains(PAGE), run.err());
    }

    @Test
    void ofADamagedFileTheExitCodeIsThatOfTheRecordAskedFor() throws IOException {
        byte[] warc = warc().bytes();
        List<String> index = index(warc);
        String other = index.stream()
                .filter(line -> line.contains("/other\""))
                .findFirst()
                .orElseThrow();
        int offset = Integer.parseInt(other.replaceAll(".*\"offset\": \"(\\d+)\".*", "$1"));
        Arrays.fill(warc, offset + 40, offset + 60, (byte) 0x55);
        Path plain = Files.write(folder.resolve("torn.warc.gz"), warc);
        for (Path file : List.of(plain, wacz(warc, index), wacz(warc, List.of()))) {
            assertEquals(0, replay(file, PAGE + "@first").code());
            assertEquals(3, replay(file, PAGE + "@2024-03-02").code());
            Console.Run damaged = replay(file, OTHER);
            assertEquals(5, damaged.code(), damaged.toString());
            assertTrue(damaged.err().contains("which is damaged"), damaged.err());
        }
    }

    @Test
    void aRecordThatIsNotWhatItSaysIsShownAndCalledDamaged() throws IOException {
        byte[] wrong = new TestWarc()
                .page(PAGE, "2024-03-01T12:00:00Z", "<h1>Seven ships</h1>")
                .record(
                        "response",
                        OTHER,
                        "2024-03-01T12:00:02Z",
                        "application/http;msgtype=response",
                        "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n",
                        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Other matters</h1>")
                .bytes();
        Path plain = Files.write(folder.resolve("wrong.warc.gz"), wrong);
        for (Path file : List.of(plain, wacz(wrong, index(wrong)))) {
            assertEquals(0, replay(file, PAGE).code());
            Console.Run damaged = replay(file, OTHER);
            assertEquals(5, damaged.code(), damaged.toString());
            assertTrue(damaged.out().contains("Other matters"), damaged.out());
            assertTrue(damaged.err().contains("the record shown is damaged"), damaged.err());
        }
    }

    @Test
    void aWaczThatOnlyBreaksRulesIsTakenInWhole() throws IOException {
        Path wacz = wacz(warc().bytes(), List.of());
        Console.Run run = run(
                "import", wacz.toString(), "--archive", folder.resolve("warcs").toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.err().contains("pages/pages.jsonl") && run.err().contains("nothing is lost by that"), run.err());
    }
}

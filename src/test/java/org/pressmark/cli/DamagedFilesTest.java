package org.pressmark.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pressmark.json.Json;
import org.pressmark.testing.TestWarc;

/** Archive files that are damaged, cut off or written oddly: what is sound is kept, and the commands agree in what they say. */
final class DamagedFilesTest {
    private static final String DATE = "2024-03-01T12:00:00Z";

    @TempDir
    private Path folder;

    private Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", folder.resolve("warcs").toString()));
        return new Console().run(all.toArray(String[]::new));
    }

    /** Three pages, a gzip member each. */
    private Path three() throws IOException {
        return new TestWarc()
                .page("http://a.example/1", DATE, "<h1>One</h1>")
                .page("http://a.example/2", DATE, "<h1>Two</h1>")
                .page("http://a.example/3", DATE, "<h1>Three</h1>")
                .write(folder.resolve("three.warc.gz"));
    }

    private static byte[] plain(Path packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(packed)))) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream member = new GZIPOutputStream(out)) {
            member.write(bytes);
        }
        return out.toByteArray();
    }

    @Test
    void anIndexOfADamagedFileListsWhatIsSoundAndSaysSo() throws IOException {
        Path file = three();
        byte[] bytes = Files.readAllBytes(file);
        int second = bytes.length / 3 + 40;
        Arrays.fill(bytes, second, second + 20, (byte) 0x55);
        Files.write(file, bytes);
        Path index = folder.resolve("index.cdxj");
        Console.Run written = run("export", "--cdxj", "--from", file.toString(), index.toString());
        assertEquals(ExitCode.DAMAGED.code(), written.code(), written.toString());
        assertEquals(2, Files.readAllLines(index).size(), "the sound records are listed");
        assertTrue(written.err().contains("three.warc.gz, byte "), written.err());
        assertTrue(written.err().contains("'pressmark import'"), written.err());
        Console.Run shown = run("export", "--cdxj", "--from", file.toString(), "-");
        assertEquals(ExitCode.DAMAGED.code(), shown.code(), shown.toString());
        assertEquals(Files.readString(index), shown.out());
    }

    @Test
    void anIndexIsMadeOfTheFilesInAWacz() throws IOException {
        Path warc = three();
        assertEquals(0, run("import", warc.toString()).code());
        Path wacz = folder.resolve("three.wacz");
        assertEquals(
                0,
                run("export", "--wacz", "http://a.example/*", wacz.toString()).code());
        Console.Run index = run("export", "--cdxj", "--from", wacz.toString(), "-");
        assertEquals(0, index.code(), index.toString());
        assertEquals(3, index.out().lines().count(), index.out());
        assertTrue(index.out().contains("\"filename\": \"data.warc.gz\""), index.out());
    }

    @Test
    void aFilePackedAsAWholeLosesNothingAndSaysSo() throws IOException {
        Path whole = Files.write(folder.resolve("whole.warc.gz"), gzip(plain(three())));
        Console.Run run = run("import", whole.toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("rewritten") && run.out().contains("3 captures"), run.out());
        assertTrue(run.err().contains("nothing is lost"), run.err());
    }

    @Test
    void importAndVerifyAgreeOnBareLineFeeds() throws IOException {
        String lines = new String(plain(three()), ISO_8859_1)
                .replaceAll("(?s)(WARC/1.*?)\r\n\r\n(HTTP.*?)\r\n\r\n(?=WARC|$)", "$1\n\n$2\n\n");
        String bare = lines.replaceAll("\r\n(?=WARC-|Content-Length)", "\n");
        assertTrue(bare.contains("\n\nHTTP/1.1 200 OK\r\n"), bare);
        Path file = Files.writeString(folder.resolve("bare.warc"), bare, ISO_8859_1);
        Console.Run run = run("import", file.toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("3 captures"), run.out());
        Console.Run verified = run("verify");
        assertEquals(ExitCode.DIFFERS.code(), verified.code(), verified.toString());
        assertTrue(verified.out().contains("record-end"), verified.out());
        assertFalse(verified.out().contains("amaged"), verified.out());
    }

    @Test
    void recordsThatBearOneIdAreCountedAndTheFirstIsIndexed() throws IOException {
        byte[] one = gzip(plain(
                new TestWarc().page("http://a.example/1", DATE, "<h1>One</h1>").write(folder.resolve("one.warc.gz"))));
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(one);
        twice.writeBytes(one);
        Path file = Files.write(folder.resolve("twice.warc.gz"), twice.toByteArray());
        Console.Run run = run("import", file.toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(
                run.out().contains("2 records, 1 captures indexed, 1 not: the index has a record of the same id"),
                run.out());
        Path other = Files.write(folder.resolve("z-copy.warc.gz"), one);
        Console.Run again = run("import", other.toString());
        assertTrue(again.out().contains("1 records, 0 captures indexed, 1 not"), again.out());
        Console.Run same = run("import", file.toString());
        assertTrue(
                same.out().contains("already there") && same.out().contains("1 captures indexed, 1 not"), same.out());
        Console.Run verified = run("verify");
        assertEquals(ExitCode.DIFFERS.code(), verified.code(), verified.toString());
        assertEquals(0, run("rebuild", "--check").code());
    }

    @Test
    void whatIsNoFileIsNamedForWhatItIs() {
        for (String[] command : new String[][] {
            {"import", folder.toString()},
            {"import", "--check", folder.toString()},
            {"export", "--cdxj", "--from", folder.toString(), "-"}
        }) {
            Console.Run run = run(command);
            assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
            assertTrue(run.err().contains("expected a file, found a folder"), run.err());
        }
    }

    @Test
    void aWarcFileIsNoWaczToCheck() throws IOException {
        Console.Run run = run("import", "--check", three().toString());
        assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
        assertTrue(run.err().contains("three.warc.gz: expected a WACZ file"), run.err());
    }

    @Test
    void anEntryThatLiesBehindTheEndOfItsZipIsNamed() throws IOException {
        assertEquals(0, run("import", three().toString()).code());
        Path wacz = folder.resolve("three.wacz");
        assertEquals(
                0,
                run("export", "--wacz", "http://a.example/*", wacz.toString()).code());
        byte[] bytes = Files.readAllBytes(wacz);
        int directory = new String(bytes, ISO_8859_1).indexOf("PK\u0001\u0002");
        while (!new String(bytes, directory + 46, 8, ISO_8859_1).equals("archive/")) {
            directory = new String(bytes, ISO_8859_1).indexOf("PK\u0001\u0002", directory + 1);
        }
        Arrays.fill(bytes, directory + 42, directory + 45, (byte) 0x7f); // where the entry begins
        Files.write(wacz, bytes);
        for (String[] command : new String[][] {
            {"import", wacz.toString()},
            {"import", "--check", wacz.toString()},
            {"replay", "--from", wacz.toString()},
            {"export", "--cdxj", "--from", wacz.toString(), "-"}
        }) {
            Console.Run run = run(command);
            assertEquals(ExitCode.USAGE.code(), run.code(), run.toString());
            assertTrue(run.err().contains("three.wacz") && run.err().contains("archive/data.warc.gz"), run.err());
        }
    }

    /** Of those that cannot be read one is the very kind of file that may hold itself without end. */
    @Test
    void filesInAWaczThatCannotBeReadKeepNoOtherOut() throws IOException {
        byte[] warc = Files.readAllBytes(three());
        Path inner = wacz("inner.wacz", Map.of("archive/x.warc.gz", warc));
        Path wacz = wacz(
                "outer.wacz",
                Map.of(
                        "archive/empty.warc.gz",
                        new byte[0],
                        "archive/" + "long".repeat(100) + ".warc.gz",
                        warc,
                        "archive/nested.warc.gz",
                        Files.readAllBytes(inner)));
        Console.Run run = run("import", wacz.toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.out().contains("3 records, 3 captures indexed"), run.out());
        assertTrue(run.err().contains("archive/empty.warc.gz: ") && run.err().contains("archive/nested.warc.gz: "));
        assertEquals(0, run("replay", "http://a.example/2").code());
    }

    private Path wacz(String name, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return Files.write(folder.resolve(name), out.toByteArray());
    }

    @Test
    void aFileThatIsDamagedAllThroughFillsNoTerminal() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] page = gzip(plain(three()));
        page[page.length - 6] ^= 1; // the checksum
        for (int i = 0; i < 500; i++) {
            all.writeBytes(gzip(plain(three())));
            all.writeBytes(page);
        }
        Path file = Files.write(folder.resolve("torn.warc.gz"), all.toByteArray());
        Console.Run run = run("import", "--no-extract", file.toString());
        assertEquals(ExitCode.PARTIAL.code(), run.code(), run.toString());
        assertTrue(run.err().lines().count() < 250, run.err());
        assertTrue(run.err().contains("torn.warc.gz, damaged-member: 400 places more like these"), run.err());
    }

    /** Gzip itself bounds no name; where members are looked for among garbage each would be read to the end. */
    @Test
    void namesWithoutEndInGzipHeadersAreNotReadFromEveryPlace() throws IOException {
        byte[] header = "\u001f\u008b\b\baaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(ISO_8859_1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Files.readAllBytes(three()));
        for (int i = 0; i < 20_000; i++) {
            all.writeBytes(header);
        }
        Path file = Files.write(folder.resolve("names.warc.gz"), all.toByteArray());
        Console.Run run = assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> run("export", "--cdxj", "--from", file.toString(), "-"));
        assertEquals(ExitCode.DAMAGED.code(), run.code(), run.toString());
        assertEquals(3, run.out().lines().count(), run.out());
    }

    /** Only what the lying record itself holds cannot be stated. */
    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "999999999"})
    void aRecordThatLiesOfItsLengthKeepsNoOtherOutOfTheLog(String length) throws IOException {
        int sound = leavesWith("59", folder.resolve("sound"));
        assertEquals(sound - 1, leavesWith(length, folder.resolve("lying")));
    }

    private static int leavesWith(String length, Path home) throws IOException {
        String page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Storm</h1>\n";
        String fields = "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n";
        Path file = Files.writeString(
                Files.createDirectories(home).resolve("old.arc"),
                "filedesc://old.arc 0.0.0.0 19990102030405 text/plain " + fields.length() + "\n" + fields + "\n"
                        + "http://a.example/1 192.0.2.1 19990102030405 text/html " + length + "\n" + page + "\n"
                        + "http://a.example/2 192.0.2.1 19990102030405 text/html " + page.length() + "\n" + page
                        + "\n",
                ISO_8859_1);
        String archive = home.resolve("warcs").toString();
        Console.Run run = new Console().run("import", "--no-extract", "--archive", archive, file.toString());
        assertTrue(run.out().contains("2 captures indexed"), run.toString());
        assertFalse(run.err().contains("more bytes of the block"), run.err());
        Console.Run verified = new Console().run("verify", "--json", "--archive", archive);
        return Json.parse(verified.out()).path("leaves").asInt();
    }

    @Test
    void anArcFileWithoutLineFeedsBehindItsRecordsGivesEachUnderItsOwnAddress() throws IOException {
        String fields = "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n";
        String page = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>One</h1>\u00ff\u00d9";
        StringBuilder arc = new StringBuilder("filedesc://old.arc 0.0.0.0 19990102030405 text/plain " + fields.length())
                .append('\n')
                .append(fields);
        for (int i = 1; i <= 3; i++) {
            arc.append("http://a.example/" + i + " 192.0.2.1 1999010203040" + i + " text/html " + page.length() + "\n")
                    .append(page);
        }
        Path file = Files.writeString(folder.resolve("old.arc"), arc, ISO_8859_1);
        Console.Run index = run("export", "--cdxj", "--from", file.toString(), "-");
        assertEquals(0, index.code(), index.toString());
        assertEquals(
                3,
                index.out()
                        .lines()
                        .filter(line -> line.startsWith("example,a)/"))
                        .count(),
                index.out());
        Console.Run run = run("import", file.toString());
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.out().contains("3 captures indexed"), run.out());
        assertEquals(0, run("verify").code(), run("verify").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"old.arc", "old.arc.gz"})
    void anArcFileThatIsCutAnywhereKeepsWhatStoodBefore(String name) throws IOException {
        List<byte[]> parts = new ArrayList<>();
        for (String[] record : new String[][] {
            {"filedesc://old.arc", "text/plain", "1 0 Maker\nURL IP-address Archive-date Content-type Archive-length\n"
            },
            {"http://a.example/1", "text/html", "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>One</h1>\n"},
            {"http://a.example/2", "text/html", "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>Two</h1>\n"}
        }) {
            byte[] whole = (record[0] + " 192.0.2.1 19990102030405 " + record[1] + " " + record[2].length() + "\n"
                            + record[2] + "\n")
                    .getBytes(ISO_8859_1);
            parts.add(name.endsWith("gz") ? gzip(whole) : whole);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        byte[] bytes = all.toByteArray();
        int second = parts.get(0).length;
        int third = second + parts.get(1).length;
        for (int cut = second + 1; cut < bytes.length; cut += 17) {
            Path home = folder.resolve("cut-" + cut);
            Path file = Files.write(Files.createDirectories(home).resolve(name), Arrays.copyOf(bytes, cut));
            Console.Run run = new Console()
                    .run(
                            "import",
                            file.toString(),
                            "--archive",
                            home.resolve("warcs").toString());
            boolean onlyLineEnd = !name.endsWith("gz") && (cut == third - 1 || cut == bytes.length - 1);
            boolean sound = cut == third || onlyLineEnd;
            assertEquals(sound ? 0 : ExitCode.PARTIAL.code(), run.code(), cut + ": " + run);
            int lost = cut < third ? second : third;
            assertTrue(sound || run.err().contains(name + ", byte " + lost + ":"), cut + ": " + run);
            int captures =
                    (cut >= third - (onlyLineEnd ? 1 : 0) ? 1 : 0) + (cut == bytes.length - 1 && onlyLineEnd ? 1 : 0);
            assertTrue(run.out().contains(captures + " captures indexed"), cut + ": " + run);
            Path laid = Files.createDirectories(home.resolve("laid"));
            Files.copy(file, laid.resolve(name));
            Console.Run verified = new Console().run("verify", "--archive", laid.toString());
            assertEquals(sound ? 0 : ExitCode.DAMAGED.code(), verified.code(), cut + ": " + verified);
            assertTrue(sound || verified.out().contains("at byte " + lost), cut + ": " + verified);
            Console.Run kept = new Console()
                    .run("verify", "--archive", home.resolve("warcs").toString());
            assertEquals(0, kept.code(), cut + ": " + kept);
        }
    }
}

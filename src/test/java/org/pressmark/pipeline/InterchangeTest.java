package org.pressmark.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.archive.WaczCheck;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.json.Json;
import org.pressmark.model.Finding;
import org.pressmark.model.WaczStep;
import org.pressmark.testing.TestWarc;

/** What goes out to other software and comes in from it. */
class InterchangeTest {
    private static final String STORY = "http://copies.example/story";
    private static final String HTML =
            "<html><head><title>Bücher</title><link rel=stylesheet href=/s.css></head><body><article>"
                    + "<h1>Bücher</h1>"
                    + "<p>This paragraph is long enough to be the text of an article of this paper.</p>".repeat(5)
                    + "<img src=/p.png></article></body></html>";

    @TempDir
    Path dir;

    private final List<Finding> notices = new ArrayList<>();
    private Path warc;

    @BeforeEach
    void write() throws IOException {
        warc = new TestWarc()
                .page(STORY, "2020-01-01T00:00:00Z", HTML)
                .answer("http://copies.example/p.png", "2020-01-01T00:00:01Z", "200 OK", "image/png", "png")
                .answer(
                        "http://copies.example/s.css",
                        "2020-01-01T00:00:02Z",
                        "200 OK",
                        "text/css",
                        "p{background:url(b.png)}")
                .answer("http://copies.example/b.png", "2020-01-01T00:00:03Z", "200 OK", "image/png", "background")
                .page("http://copies.example/other", "2020-01-01T00:00:04Z", "<p>other")
                .revisit(STORY, "2020-02-01T00:00:00Z", STORY, "2020-01-01T00:00:00Z", HTML)
                .write(dir.resolve("site.warc.gz"));
    }

    private Pipeline open(String name) {
        Map<Setting, Settings.Value> values = new EnumMap<>(Setting.class);
        values.put(Setting.ARCHIVE_DIR, new Settings.Value(dir.resolve(name).toString(), "test"));
        return Pipeline.open(Settings.defaults().with(values), "test", notices::add);
    }

    private static ImportFiles.Imported take(Pipeline house, Path file) throws IOException {
        return new ImportFiles(house).archiveFile(file, (name, doing, done, total, captures) -> {});
    }

    private static List<String> index(Pipeline house) throws IOException {
        List<String> lines = new ArrayList<>();
        new ExportIndex(house).all(ExportIndex.Form.CDXJ, lines::add);
        return lines;
    }

    /** Exports the revisit of the story. */
    private Path exported() throws IOException {
        Path file = dir.resolve("story.wacz");
        try (Pipeline house = open("archive");
                OutputStream out = Files.newOutputStream(file)) {
            take(house, warc);
            new ExportCaptures(house).wacz(List.of(STORY + "@2020-02"), out);
        }
        return file;
    }

    private static String text(ZipFile zip, String path) throws IOException {
        return new String(zip.getInputStream(zip.getEntry(path)).readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void c24TheIndexEqualsARebuildAndSoDoesWhatIsExportedByAddress() throws IOException {
        try (Pipeline house = open("archive")) {
            take(house, warc);
            List<String> all = index(house);
            assertEquals(6, all.size());
            assertEquals(new ArrayList<>(new TreeSet<>(all)), all);
            List<String> byAddress = new ArrayList<>();
            new ExportIndex(house).of(ExportIndex.Form.CDXJ, List.of("*.copies.example"), byAddress::add);
            assertEquals(all, byAddress);
            assertEquals(List.of(), new RebuildIndex(house).check(what -> {}));
        }
    }

    @Test
    void c44To48AWaczHoldsWhatThePageNeedsAndSaysItsHashes() throws IOException {
        Path file = exported();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            zip.stream().forEach(entry -> assertEquals(ZipEntry.STORED, entry.getMethod(), entry.getName()));
            String index = text(zip, "indexes/index.cdxj");
            for (String url : List.of(
                    STORY,
                    "http://copies.example/p.png",
                    "http://copies.example/s.css",
                    "http://copies.example/b.png")) {
                assertTrue(index.contains("\"url\": \"" + url + "\""), index);
            }
            assertFalse(index.contains("/other"), index);
            assertEquals(5, index.lines().count(), "the revisit and its original");
            Path inner = Files.write(
                    dir.resolve("data.warc.gz"),
                    zip.getInputStream(zip.getEntry("archive/data.warc.gz")).readAllBytes());
            List<String> again = new ArrayList<>();
            try (Pipeline house = open("archive")) {
                new ExportIndex(house).files(ExportIndex.Form.CDXJ, List.of(inner), again::add);
            }
            assertEquals(index.lines().toList(), again);
            List<String> pages = text(zip, "pages/pages.jsonl").lines().toList();
            assertEquals(
                    "json-pages-1.0", Json.parse(pages.get(0)).get("format").textValue());
            JsonNode page = Json.parse(pages.get(1));
            assertEquals(STORY, page.get("url").textValue());
            assertEquals("2020-02-01T00:00:00Z", page.get("ts").textValue());
            assertEquals("Bücher", page.get("title").textValue());
            JsonNode data = Json.parse(text(zip, "datapackage.json"));
            assertEquals("1.1.1", data.get("wacz_version").textValue());
            assertEquals("data-package", data.get("profile").textValue());
            JsonNode digest = Json.parse(text(zip, "datapackage-digest.json"));
            List<String> signed = new ArrayList<>();
            digest.get("signedData").fieldNames().forEachRemaining(signed::add);
            assertEquals(List.of("hash", "created", "software", "version", "signature", "publicKey"), signed);
        }
        for (WaczStep step : ImportFiles.check(file)) {
            assertEquals(WaczStep.Verdict.OK, step.verdict(), step.toString());
        }
    }

    /** Hand-made and repacked files are like this; a rebuild once failed over them. */
    @Test
    void c24OfTwoRecordsWithOneIdTheFirstIsIndexedAndARebuildAgrees() throws IOException {
        try (Pipeline house = open("twins")) {
            for (String name : List.of("one", "two")) {
                String html = "<title>On " + name + "</title><article><h1>On " + name + "</h1>"
                        + ("<p>The paragraph " + name + " is long enough to be the text of an article.</p>").repeat(6)
                        + "</article>";
                String block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
                byte[] record = ("WARC/1.0\r\n"
                                + "WARC-Type: response\r\n"
                                + "WARC-Record-ID: <urn:uuid:11111111-2222-4333-8444-555555555555>\r\n"
                                + "WARC-Date: 2020-01-01T00:00:00Z\r\n"
                                + "WARC-Target-URI: http://" + name
                                + ".example/\r\n"
                                + "Content-Type: application/http; msgtype=response\r\nContent-Length: "
                                + block.length()
                                + "\r\n\r\n" + block + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
                take(house, new TestWarc().raw(TestWarc.member(record)).write(dir.resolve(name + ".warc.gz")));
            }
            assertEquals(List.of(), new RebuildIndex(house).check(what -> {}));
        }
    }

    /** ReplayWeb.page shows an empty page for an answer of 304; with no line for it, it shows what was confirmed. */
    @Test
    void e53AnAnswerOf304IsInAWaczAndNotInItsIndex() throws IOException {
        String url = "http://steady.example/";
        Path file = new TestWarc()
                .page(url, "2020-01-01T00:00:00Z", "<p>steady")
                .notModified(url, "2020-03-01T00:00:00Z", "2020-01-01T00:00:00Z", "<p>steady")
                .write(dir.resolve("steady.warc.gz"));
        Path wacz = dir.resolve("steady.wacz");
        try (Pipeline house = open("steady");
                OutputStream out = Files.newOutputStream(wacz)) {
            take(house, file);
            assertEquals(2, index(house).size());
            assertEquals(
                    2, new ExportCaptures(house).wacz(List.of(url + "*"), out).captures());
        }
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            String lines = text(zip, "indexes/index.cdxj");
            assertEquals(1, lines.lines().count(), lines);
            assertTrue(lines.startsWith("example,steady)/ 20200101000000 "), lines);
        }
    }

    @Test
    void c49OneHandSignsAllExportsOfAnArchive() throws IOException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (ZipFile zip = new ZipFile(exported().toFile())) {
                keys.add(Json.parse(text(zip, "datapackage-digest.json"))
                        .at("/signedData/publicKey")
                        .textValue());
            }
        }
        assertEquals(keys.get(0), keys.get(1));
    }

    @Test
    void aWaczComesInWithWhatItHolds() throws IOException {
        Path file = exported();
        try (Pipeline other = open("other")) {
            ImportFiles.Imported taken = take(other, file);
            assertEquals(5, taken.captures());
            assertEquals(List.of(), taken.damage());
            assertEquals(2, new Holdings(other).captures(STORY).size());
            assertEquals(5, take(other, file).captures(), "given again");
            assertEquals(2, new Holdings(other).captures(STORY).size());
        }
    }

    /** Copies a ZIP with one entry changed, or one more. */
    private Path changed(Path file, String name, byte[] bytes, boolean deflated) throws IOException {
        Path out = dir.resolve("changed.wacz");
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(out))) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!entry.getName().equals(name)) {
                    ZipEntry copy = new ZipEntry(entry);
                    to.putNextEntry(copy);
                    zip.getInputStream(entry).transferTo(to);
                    to.closeEntry();
                }
            }
            to.setLevel(deflated ? 9 : 0);
            to.putNextEntry(new ZipEntry(name));
            to.write(bytes);
            to.closeEntry();
        }
        return out;
    }

    @Test
    void saysWhichHashOrSignatureDoesNotHold() throws IOException {
        Path file = exported();
        byte[] other =
                new TestWarc().page(STORY, "2020-01-01T00:00:00Z", "<p>forged").bytes();
        Path forged = changed(file, "archive/data.warc.gz", other, false);
        try (Pipeline house = open("other")) {
            List<String> codes =
                    take(house, forged).damage().stream().map(Finding::code).toList();
            assertTrue(codes.contains("wacz-hash-differs"), codes.toString());
        }
        assertTrue(failed(forged).contains("files"), failed(forged).toString());

        String digest;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            digest = text(zip, "datapackage-digest.json");
        }
        JsonNode signed = Json.parse(digest).get("signedData");
        String signature = signed.get("signature").textValue();
        String broken = signature.replaceFirst("^.", signature.startsWith("A") ? "B" : "A");
        Path unsigned = changed(
                file,
                "datapackage-digest.json",
                digest.replace(signature, broken).getBytes(StandardCharsets.UTF_8),
                false);
        assertEquals(List.of("signature"), failed(unsigned));
        String more = digest.replace("\"version\"", "\"extra\": 1, \"version\"");
        Path extended = changed(file, "datapackage-digest.json", more.getBytes(StandardCharsets.UTF_8), false);
        assertEquals(List.of("signed data"), failed(extended));
    }

    private static List<String> failed(Path file) throws IOException {
        return ImportFiles.check(file).stream()
                .filter(step -> step.verdict() == WaczStep.Verdict.FAILED)
                .map(WaczStep::name)
                .distinct()
                .toList();
    }

    @Test
    void c51RefusesZipsThatMeanHarm() throws IOException {
        Path file = exported();
        byte[] swelling = new byte[200 << 20];
        for (Path hostile : List.of(
                changed(file, "archive/../../../etc/evil.warc.gz", new byte[10], false),
                Files.move(changed(file, "archive/bomb.warc", swelling, true), dir.resolve("bomb.wacz")))) {
            try (Pipeline house = open("other")) {
                PipelineException refused = assertThrows(PipelineException.class, () -> take(house, hostile));
                assertEquals(PipelineException.Trouble.INPUT, refused.trouble());
            }
        }
        Path empty = dir.resolve("empty.wacz");
        try (ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(empty))) {
            to.putNextEntry(new ZipEntry("readme.txt"));
            to.closeEntry();
        }
        try (Pipeline house = open("other")) {
            assertThrows(PipelineException.class, () -> take(house, empty));
        }
    }

    @Test
    void everythingGoesOutAndComesInElsewhereAsItWas() throws IOException {
        Path file = dir.resolve("everything.wacz");
        List<String> all;
        try (Pipeline house = open("archive");
                OutputStream out = Files.newOutputStream(file)) {
            take(house, warc);
            ExportCaptures.Exported done = new ExportCaptures(house).wacz(ExportCaptures.EVERYTHING, out);
            assertEquals(new ExportCaptures.Exported(6, 3), done);
            all = index(house);
        }
        assertEquals(
                List.of(WaczStep.Verdict.OK),
                WaczCheck.check(file).stream()
                        .map(WaczStep::verdict)
                        .filter(verdict -> verdict != WaczStep.Verdict.UNKNOWN)
                        .distinct()
                        .toList());
        try (Pipeline house = open("elsewhere")) {
            take(house, file);
            assertEquals(
                    all.stream().map(InterchangeTest::keyTimeAndDigest).toList(),
                    index(house).stream().map(InterchangeTest::keyTimeAndDigest).toList());
        }
    }

    @Test
    void aLongTextIsNeverCutWithinACharacter() throws IOException {
        String smiles = "\uD83D\uDE00".repeat(60_000);
        Path smiling = new TestWarc()
                .page(STORY + "/odd", "2020-01-01T00:00:00Z", "<article><h1>Odd</h1><p>a " + smiles + "</article>")
                .page(STORY + "/even", "2020-01-01T00:00:00Z", "<article><h1>Even</h1><p>ab " + smiles + "</article>")
                .write(dir.resolve("smiling.warc.gz"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pipeline house = open("archive")) {
            take(house, smiling);
            assertEquals(
                    2,
                    new ExportCaptures(house)
                            .wacz(ExportCaptures.EVERYTHING, out)
                            .pages());
        }
        Path file = Files.write(dir.resolve("smiling.wacz"), out.toByteArray());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String line : text(zip, "pages/pages.jsonl").lines().skip(1).toList()) {
                int length = Json.parse(line).path("text").asText().length();
                assertTrue(length == 100_000 || length == 99_999, line.substring(0, 200) + length);
            }
        }
    }

    private static String keyTimeAndDigest(String line) {
        String[] words = line.split(" ", 3);
        return words[0] + " " + words[1] + " "
                + Json.parse(words[2]).path("digest").asText();
    }

    @Test
    void aWarcExportIsMadeOfTheRecordsAsStored() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Pipeline house = open("archive")) {
            take(house, warc);
            ExportCaptures.Exported done =
                    new ExportCaptures(house).warc(List.of("http://copies.example/other"), "x.warc.gz", out);
            assertEquals(1, done.captures());
        }
        byte[] member = new TestWarc()
                .page("http://copies.example/other", "2020-01-01T00:00:04Z", "<p>other")
                .bytes();
        byte[] tail = java.util.Arrays.copyOfRange(out.toByteArray(), out.size() - member.length, out.size());
        assertArrayEquals(member, tail);
    }

    @Test
    void aRevisitBeforeItsOriginalIsIndexedAsOneBehindIt() throws IOException {
        Path turned = new TestWarc()
                .revisit(STORY, "2020-02-01T00:00:00Z", STORY, "2020-01-01T00:00:00Z", HTML)
                .page(STORY, "2020-01-01T00:00:00Z", HTML)
                .write(dir.resolve("turned.warc.gz"));
        try (Pipeline house = open("archive")) {
            take(house, turned);
            var page = new Holdings(house).page(STORY).orElseThrow();
            assertEquals(List.of(1, 1), page.versionOf());
            assertEquals(List.of(), new RebuildIndex(house).check(what -> {}));
        }
    }
}

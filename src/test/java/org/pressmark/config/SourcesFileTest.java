package org.pressmark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pressmark.model.Schedule;
import org.pressmark.model.Source;

class SourcesFileTest {
    @TempDir
    Path folder;

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), yaml, StandardCharsets.UTF_8);
    }

    @Test
    void theExampleIsReadAsItSays() throws IOException {
        List<Source> sources = SourcesFile.read(Path.of("config/sources.example.yaml"));
        Source times = sources.get(0);
        assertEquals(List.of("https://times.example/rss.xml"), times.feeds());
        assertEquals(List.of("times.example"), times.scope().hosts());
        assertEquals(1, times.scope().hops());
        assertEquals(Schedule.DEFAULT, times.schedule());
        Source post = sources.get(1);
        assertEquals(List.of(Source.ROBOTS), post.sitemaps());
        assertEquals(List.of("post.example", "live.post.example"), post.scope().hosts());
        assertEquals(
                new Schedule.Adaptive(Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofDays(90)),
                post.schedule());
        assertTrue(post.paused());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`sources:\n  - nam: A` | line 2, column 5: unknown key 'nam' in a source",
                "`sources:\n  - name: A\n    feeds: [ftp://a.example/]` | line 3, column 13: expected an http or https address",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    schedule: 5 * *` | line 4, column 15: expected five",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    scope: {hops: x}` | line 4, column 19: expected a whole",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    scope: {regex: '('}` | line 4, column 12: Unclosed group",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    limits: {time: 5}` | line 4, column 20: expected a duration",
                "`sources:\n  - name: A` | line 2, column 5: expected seeds, feeds, sitemaps or sections",
                "`sources: 5` | line 1, column 10: expected a list of sources",
                "`sources:\n  - feeds: [http://a.example/]` | line 2, column 5: expected a name",
                "`sources:\n  - name: A\n   feeds: []` | line 3",
                "`a: [` | line 1",
                "`sources:\n  - name: \"A\n    feeds: [http://a.example/]` | begun in line 2, column 11",
                "`sources: []\n---\nsources: []` | line 2, column 1: expected a single document",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    schedule: fast` | line 4, column 15: expected a duration such as 30m",
                "`sources:\n  - name: A\n    feeds: [http://a.example/]\n    schedule: {every: 5 * * * *}` | column 23: expected a duration such as 30m; a cron"
            })
    void aWrongFileIsToldByLineAndColumn(String yaml, String expected) throws IOException {
        Path wrong = file(yaml);
        String message = String.valueOf(assertThrows(SettingException.class, () -> SourcesFile.read(wrong))
                .getMessage());
        assertTrue(message.contains(expected), message);
    }

    @Test
    void bytesThatAreNoUtf8AreToldByTheirPlace() throws IOException {
        Path latin1 = folder.resolve("latin1.yaml");
        Files.writeString(
                latin1, "sources:\n  - name: café\n    feeds: [http://a.example/]\n", StandardCharsets.ISO_8859_1);
        for (Executable reading : List.<Executable>of(
                () -> SourcesFile.read(latin1),
                () -> SettingsFile.read(latin1),
                () -> new SourcesEdit(latin1).remove("x"))) {
            String message =
                    String.valueOf(assertThrows(SettingException.class, reading).getMessage());
            assertTrue(message.contains("latin1.yaml, line 2, column 14: expected UTF-8"), message);
        }
        Files.writeString(latin1, "\uFEFFsources:\n  - name: café\n    feeds: [http://a.example/]\n");
        assertEquals("café", SourcesFile.read(latin1).get(0).name());
    }

    @Test
    void anEditLeavesALinkALinkAndItsReadersAsTheyWere() throws IOException {
        Path list = file("sources:\n  - name: A\n    feeds: [http://a.example/]\n");
        Files.setPosixFilePermissions(list, PosixFilePermissions.fromString("rw-------"));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), list);
        new SourcesEdit(link).pause("A", true);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list)));
        assertTrue(SourcesFile.read(list).get(0).paused());
    }

    @Test
    void twoSourcesOfOneNameAreRefused() throws IOException {
        Path twice = file(
                "sources:\n  - {name: A, feeds: [http://a.example/]}\n  - {name: A, feeds: [http://b.example/]}\n");
        assertThrows(SettingException.class, () -> SourcesFile.read(twice));
    }

    @Test
    void anEmptyFileHasNoSources() throws IOException {
        assertEquals(List.of(), SourcesFile.read(file("")));
        assertEquals(List.of(), SourcesFile.read(file("sources:\n")));
    }

    @Test
    void editsKeepCommentsAndOrder() throws IOException {
        Path example = folder.resolve("sources.yaml");
        Files.copy(Path.of("config/sources.example.yaml"), example);
        List<String> before = Files.readAllLines(example, StandardCharsets.UTF_8);
        SourcesEdit edit = new SourcesEdit(example);
        edit.add("On: \"air\" # 1", Map.of("feeds", List.of("https://air.example/?a=b&c")), "0 6 * * *");
        edit.pause("Example Times", true);
        edit.pause("Example Post", false);
        List<Source> sources = SourcesFile.read(example);
        assertEquals(
                List.of("Example Times", "Example Post", "On: \"air\" # 1"),
                sources.stream().map(Source::name).toList());
        assertEquals(
                List.of(true, false, false),
                sources.stream().map(Source::paused).toList());
        assertEquals(List.of("https://air.example/?a=b&c"), sources.get(2).feeds());
        edit.remove("On: \"air\" # 1");
        edit.pause("Example Times", false);
        edit.pause("Example Post", true);
        List<String> after = Files.readAllLines(example, StandardCharsets.UTF_8);
        before.removeIf(line -> line.strip().equals("paused: true"));
        after.removeIf(line -> line.strip().equals("paused: true"));
        assertEquals(before, after);
    }

    @Test
    void aFileIsMadeWithTheFirstSource() throws IOException {
        Path fresh = folder.resolve("new/sources.yaml");
        new SourcesEdit(fresh).add("A", Map.of("seeds", List.of("https://a.example/")), "");
        assertEquals(
                List.of("https://a.example/"), SourcesFile.read(fresh).get(0).seeds());
    }

    @Test
    void aFileThatIsNotWrittenLineByLineIsLeftAlone() throws IOException {
        String yaml = "sources: [{name: A, feeds: [http://a.example/]}, {name: B, feeds: [http://b.example/]}]\n";
        Path flow = file(yaml);
        SourcesEdit edit = new SourcesEdit(flow);
        assertThrows(SettingException.class, () -> edit.remove("B"));
        assertThrows(SettingException.class, () -> edit.pause("A", true));
        assertEquals(yaml, Files.readString(flow, StandardCharsets.UTF_8));
        assertThrows(SettingException.class, () -> edit.remove("C"));
    }
}

package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.pressmark.json.Json;
import org.pressmark.testing.Reply;
import org.pressmark.testing.TestPress;

/**
 * An archive that this user can only read. The folder is laid under a mount that cannot be written, which a process makes for
 * itself; where the system does not let it, its rights are taken away, from root the power to pass over them too.
 */
@DisabledOnOs(OS.WINDOWS)
final class ReadOnlyArchiveTest {
    private static final String PAGE = "http://news.example/story";
    private static final String OTHER = "http://copy.example/story";
    private static final String OWN_MOUNTS = "unshare --user --map-root-user --mount sh -c ";
    private static final String MOUNT = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";

    @TempDir
    private Path folder;

    private Path archive;

    @BeforeEach
    void fill() throws IOException {
        archive = Files.createDirectory(folder.resolve("disk")).resolve("warcs");
        try (TestPress press = TestPress.open()) {
            press.page("news.example", "/story", page("It began in the harbour of the old town on a Monday morning."));
            press.page("copy.example", "/story", page("It began in the harbour of the old town on a Tuesday morning."));
            for (String host : List.of("news.example", "copy.example")) {
                Console.Run run = new Console()
                        .run(
                                "capture",
                                "http://" + host + "/story",
                                "--archive",
                                archive.toString(),
                                "--connect-to",
                                press.connectTo(host));
                assertEquals(0, run.code(), run.toString());
            }
        }
    }

    private static Reply page(String words) {
        return Reply.html("<title>Harbour</title><article><h1>Harbour</h1><p>" + words
                + " Nobody in the town had expected the ships so early in the year.</p></article>");
    }

    @Test
    void everyCommandThatReadsAnswersAsItDoesElsewhere() throws Exception {
        for (List<String> words : List.of(
                List.of("list", "--json"),
                List.of("show", PAGE, "--json"),
                List.of("search", "harbour", "--json"),
                List.of("replay", PAGE + "@first", "--timeline", "--json"),
                List.of("compare", PAGE, OTHER, "--json"),
                List.of("trace", PAGE, "--json"),
                List.of("copies", PAGE, "--json"),
                List.of("why", PAGE, "--json"),
                List.of("extract", PAGE, "--json"),
                List.of("export", "--cdxj", "--all", "-"),
                List.of("rebuild", "--check", "--json"),
                List.of("reextract", "--dry-run", "--json"),
                List.of("verify", "--json"))) {
            Confined.Run run = confined(words);
            Console.Run elsewhere = new Console().run(given(words).toArray(String[]::new));
            assertEquals(elsewhere.code(), run.code(), words + "\n" + run);
            assertEquals(elsewhere.out(), run.out(), words.toString());
        }
    }

    @Test
    void othersOfTheMachineGetNoKeyToIt() throws IOException {
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.resolve(".pressmark"))));
    }

    @Test
    void whatIsMadeFromItGoesElsewhere() throws Exception {
        for (List<String> words : List.of(
                List.of("export", "--wacz", PAGE, folder.resolve("story.wacz").toString()),
                List.of("backup", folder.resolve("index.zip").toString()))) {
            Confined.Run run = confined(words);
            assertEquals(0, run.code(), words + "\n" + run);
            assertTrue(Files.size(Path.of(words.get(words.size() - 1))) > 0);
        }
    }

    @Test
    void everyCommandThatWritesNamesTheFolderAndChangesNothing() throws Exception {
        Files.writeString(folder.resolve("none.warc"), "WARC/1.1\r\n\r\n");
        List<String> before = files();
        for (List<String> words : List.of(
                List.of("capture", "http://127.0.0.1:1/"),
                List.of("crawl", "http://127.0.0.1:1/"),
                List.of("import", folder.resolve("none.warc").toString()),
                List.of("link", PAGE, OTHER),
                List.of("forget", PAGE, "--reason", "test", "--yes"),
                List.of("checkpoint"),
                List.of("rebuild"),
                List.of("reextract"))) {
            Confined.Run run = confined(words);
            assertEquals(ExitCode.IO.code(), run.code(), words + "\n" + run);
            assertTrue(run.said().contains(archive + ": this archive can only be read"), words + "\n" + run);
            assertTrue(run.said().contains("copy it to where it can be written"), words + "\n" + run);
        }
        assertEquals(before, files());
    }

    @Test
    void whatCannotBeIndexedIsReplayedAndVerified() throws Exception {
        remove(archive.resolve(".pressmark"));
        Confined.Run list = confined(List.of("list"));
        assertEquals(ExitCode.IO.code(), list.code(), list.toString());
        assertTrue(list.said().contains("there is no index"), list.toString());
        Confined.Run replay = confined(List.of("replay", PAGE, "--main"));
        assertEquals(0, replay.code(), replay.toString());
        assertTrue(replay.out().contains("on a Monday morning"), replay.toString());
        Confined.Run verify = confined(List.of("verify"));
        assertEquals(0, verify.code(), verify.toString());
    }

    @Test
    void isServedButNothingIsDoneToIt() throws Exception {
        Process server = new ProcessBuilder(
                        Confined.command(script(), given(List.of("serve", "--port", "0", "--json"))))
                .redirectError(folder.resolve("said").toFile())
                .start();
        try (BufferedReader said = server.inputReader()) {
            String line = said.readLine();
            assertTrue(line != null, Files.readString(folder.resolve("said")));
            String base = Json.parse(line).path("url").asText().replaceFirst("/$", "");
            HttpClient client =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            client.send(request(Json.parse(line).path("enter").asText()).build(), text());
            HttpResponse<String> page =
                    client.send(request(base + "/page?url=" + PAGE).build(), text());
            assertEquals(200, page.statusCode(), page.body());
            HttpResponse<String> found =
                    client.send(request(base + "/search?q=harbour").build(), text());
            assertTrue(found.body().contains("copy.example"), found.body());
            HttpResponse<String> done = client.send(
                    request(base + "/do/capture")
                            .header("Origin", base)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("url=http://127.0.0.1:1/"))
                            .build(),
                    text());
            assertEquals(403, done.statusCode(), done.body());
            assertTrue(done.body().contains("this archive can only be read"), done.body());
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
            new ProcessBuilder("chmod", "-R", "u+w", archive.toString()).start().waitFor();
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static HttpResponse.BodyHandler<String> text() {
        return HttpResponse.BodyHandlers.ofString();
    }

    private Confined.Run confined(List<String> words) throws Exception {
        try {
            return Confined.run(script(), folder, given(words));
        } finally {
            new ProcessBuilder("chmod", "-R", "u+w", archive.toString()).start().waitFor();
        }
    }

    private List<String> given(List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(1, List.of("--archive", archive.toString()));
        return all;
    }

    /** What lets the program read the archive and not write to it, in the first way that this system knows. */
    private String script() throws IOException, InterruptedException {
        if (works(OWN_MOUNTS + "'" + MOUNT + "' " + quoted(archive))) {
            return "exec " + OWN_MOUNTS + "'" + MOUNT + "; shift; exec \"$@\"' " + quoted(archive) + " - \"$@\"";
        }
        String rights = "chmod -R a-w " + quoted(archive) + "; exec ";
        boolean root = !works("test \"$(id -u)\" != 0");
        return rights + (root ? "setpriv --bounding-set=-dac_override,-fowner " : "") + "\"$@\"";
    }

    private static boolean works(String script) throws IOException, InterruptedException {
        return new ProcessBuilder("sh", "-c", script)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(archive)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> archive.relativize(file) + " " + digest(file))
                    .sorted()
                    .toList();
        }
    }

    private static int digest(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> assertTrue(file.toFile().delete()));
        }
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}

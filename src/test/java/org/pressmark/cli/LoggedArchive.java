package org.pressmark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pressmark.json.Json;

/** An archive with a signed log, made by the program itself, and hands that change it behind the program's back. */
final class LoggedArchive {
    final Path folder;
    final Path warcs;
    final Console console;
    /** In the order in which they were made: names made within one second do not tell. */
    private final List<Path> made = new ArrayList<>();

    LoggedArchive(Path folder) {
        this.folder = folder;
        this.warcs = folder.resolve("warcs");
        this.console = new Console(
                Map.of("XDG_CONFIG_HOME", folder.resolve("configuration").toString()));
    }

    /** Takes in a page, in a run of its own: one WARC file, one checkpoint. */
    LoggedArchive page(String name) throws IOException {
        Path file = folder.resolve(name + ".html");
        String paragraph =
                "<p>The paragraph " + name + " is long enough to be the text of an article of this paper.</p>";
        Files.writeString(
                file,
                "<html><head><title>" + name + "</title></head><body><article><h1>On " + name + "</h1>"
                        + paragraph.repeat(4) + "</article></body></html>");
        Console.Run run = run("import", file.toString(), "--url", url(name));
        assertEquals(0, run.code(), run.toString());
        made.addAll(files().stream().filter(one -> !made.contains(one)).toList());
        return this;
    }

    static String url(String name) {
        return "http://news.example/" + name;
    }

    Console.Run run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--archive", warcs.toString()));
        return console.run(all.toArray(String[]::new));
    }

    /** What verify finds, as codes; {@code exit N} first. */
    List<String> verified(String... options) {
        List<String> words = new ArrayList<>(List.of("verify", "--json"));
        words.addAll(List.of(options));
        Console.Run run = run(words.toArray(String[]::new));
        List<String> out = new ArrayList<>(List.of("exit " + run.code()));
        StreamSupport.stream(Json.parse(run.out()).path("findings").spliterator(), false)
                .map(finding -> finding.path("code").asText())
                .distinct()
                .forEach(out::add);
        return out;
    }

    /** Puts another archive's signature under the last checkpoint. */
    void signedBy(LoggedArchive stranger) throws IOException {
        String theirs = Files.readString(stranger.checkpointsFile());
        String ours = Files.readString(checkpointsFile());
        String signature = theirs.substring(theirs.indexOf('\u2014')).strip();
        String last = ours.substring(ours.lastIndexOf('\u2014')).strip();
        Files.writeString(checkpointsFile(), ours.replace(last, signature));
    }

    Path leavesFile() {
        return warcs.resolve("ledger/leaves.jsonl");
    }

    Path checkpointsFile() {
        return warcs.resolve("ledger/checkpoints");
    }

    List<String> leaves() throws IOException {
        return new ArrayList<>(Files.readAllLines(leavesFile()));
    }

    void leaves(List<String> lines) throws IOException {
        Files.writeString(leavesFile(), String.join("\n", lines) + "\n");
    }

    /** The first made first. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(warcs)) {
            return all.filter(file -> file.toString().endsWith(".warc.gz"))
                    .sorted(Comparator.comparingInt(
                                    (Path file) -> made.contains(file) ? made.indexOf(file) : made.size())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    /** Throws index and caches away: what is left is WARC files and log. */
    void deleteIndex() throws IOException {
        delete(warcs.resolve(".pressmark"));
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path one : all) {
            Path target = to.resolve(from.relativize(one).toString());
            if (Files.isDirectory(one)) {
                Files.createDirectories(target);
            } else {
                Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

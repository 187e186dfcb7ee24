package org.pressmark.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources must look like, read as text. */
final class SourceRulesTest {
    private static final Path MAIN = Path.of("src/main/java/org/pressmark");
    private static final int LONGEST = 400;
    private static final int MANY = 80;

    @Test
    void filesStaySmall() throws IOException {
        List<String> tooLong = sources()
                .filter(file -> text(file).lines().count() > LONGEST)
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), tooLong, "no file over " + LONGEST + " lines: split it by what it knows");
    }

    @Test
    void medianFileIsShort() throws IOException {
        List<Long> lengths =
                sources().map(file -> text(file).lines().count()).sorted().toList();
        assertTrue(lengths.get(lengths.size() / 2) <= 130, "median file length is " + lengths.get(lengths.size() / 2));
    }

    @Test
    void everyRoomSaysWhatItIsFor() throws IOException {
        try (Stream<Path> rooms = Files.list(MAIN)) {
            List<String> silent = rooms.filter(Files::isDirectory)
                    .filter(room -> !text(room.resolve("package-info.java")).contains("@NullMarked"))
                    .map(Path::toString)
                    .toList();
            assertEquals(List.of(), silent, "each package-info says what the room is for and is @NullMarked");
        }
    }

    @Test
    void aLargeRoomHasEveryFileOnOneOfItsShelves() throws IOException {
        List<String> astray = new ArrayList<>();
        for (Path room : list(MAIN)) {
            List<String> files = list(room).stream()
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .toList();
            if (files.size() > MANY) {
                String shelves = text(room.resolve("package-info.java"))
                        .replaceFirst("(?s)^.*?<ul>", "")
                        .replaceAll("<b>[^<]*</b>", "");
                files.stream()
                        .filter(name -> Pattern.compile("\\b" + name + "\\b")
                                        .matcher(shelves)
                                        .results()
                                        .count()
                                != 1)
                        .forEach(name -> astray.add(room.getFileName() + "/" + name));
            }
        }
        assertEquals(
                List.of(),
                astray,
                "the package-info of a room of more than " + MANY + " files names each of them once");
    }

    @Test
    void onlyDoorsAndGuardedCatchEverything() throws IOException {
        Pattern everything = Pattern.compile("catch \\((Exception|Throwable|RuntimeException|Error) ");
        List<String> greedy = sources()
                .filter(file -> !file.startsWith(MAIN.resolve("cli")) && !file.startsWith(MAIN.resolve("web")))
                .filter(file -> !file.equals(MAIN.resolve("pipeline/Guarded.java")))
                .filter(file -> everything.matcher(text(file)).find())
                .map(Path::toString)
                .toList();
        assertEquals(List.of(), greedy, "only the doors and Guarded may catch everything");
    }

    @Test
    void noPackageIsADrawerForOddsAndEnds() throws IOException {
        try (Stream<Path> rooms = Files.list(MAIN)) {
            List<String> drawers = rooms.map(room -> room.getFileName().toString())
                    .filter(name -> name.matches("util|utils|helper|helpers|manager|common|impl|misc|core"))
                    .toList();
            assertEquals(List.of(), drawers, "each room is named for what it does");
        }
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.pressmark.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pressmark.config.SourcesFile.Placed;
import org.pressmark.model.Source;

/**
 * Changes a sources file line by line, so that a person's comments and order stay; what comes out is read again before it
 * takes the old file's place.
 */
public final class SourcesEdit {
    private final Path file;

    public SourcesEdit(Path file) {
        this.file = file;
    }

    /**
     * Adds a source at the end; makes the file where there is none.
     *
     * @param lists its addresses by key: {@code seeds}, {@code feeds}, {@code sitemaps}, {@code sections}
     * @param schedule as the file would have it; empty text for the default
     * @throws SettingException if the name is there already, or an address is none
     */
    public void add(String name, Map<String, List<String>> lists, String schedule) throws IOException {
        List<String> lines = Files.exists(file) ? lines() : new ArrayList<>(List.of("sources:"));
        if (lines.stream().noneMatch(line -> line.startsWith("sources:"))) {
            lines.add("sources:");
        }
        List<Placed> before = placed(lines);
        if (before.stream().anyMatch(item -> item.source().name().equals(name))) {
            throw new SettingException(file + ": there is a source '" + name + "' already");
        }
        lines.replaceAll(line -> line.matches("sources:\\s*\\[\\s*]\\s*") ? "sources:" : line);
        String indent = before.isEmpty()
                ? "  "
                : " ".repeat(Math.max(0, before.get(0).place().column() - 2));
        lines.add(indent + "- name: " + quoted(name));
        lists.forEach((key, addresses) -> {
            if (!addresses.isEmpty()) {
                lines.add(indent + "  " + key + ":");
                addresses.forEach(address -> lines.add(indent + "    - " + quoted(address)));
            }
        });
        if (!schedule.isEmpty()) {
            lines.add(indent + "  schedule: " + quoted(schedule));
        }
        write(lines, before.size() + 1);
    }

    /** Takes a source out. */
    public void remove(String name) throws IOException {
        List<String> lines = lines();
        List<Placed> before = placed(lines);
        int from = place(before, name).line();
        int to = end(lines, from);
        lines.subList(from, to).clear();
        write(lines, before.size() - 1);
    }

    /** Marks a source as paused, or takes the mark away. */
    public void pause(String name, boolean paused) throws IOException {
        List<String> lines = lines();
        List<Placed> before = placed(lines);
        Marked place = place(before, name);
        int from = place.line();
        int to = end(lines, from);
        String indent = " ".repeat(place.column());
        for (int i = to - 1; i > from; i--) {
            if (lines.get(i).matches(indent + "paused:.*")) {
                lines.remove(i);
            }
        }
        if (paused) {
            lines.add(from + 1, indent + "paused: true");
        }
        List<Source> after = write(lines, before.size());
        if (after.stream().anyMatch(source -> source.name().equals(name) && source.paused() != paused)) {
            throw new SettingException(file + ": '" + name
                    + "' is written in a way that only you can change: set paused: " + paused + " there");
        }
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(YamlFile.text(file).lines().toList());
    }

    private List<Placed> placed(List<String> lines) {
        return SourcesFile.placed(file.toString(), String.join("\n", lines) + "\n");
    }

    private Marked place(List<Placed> all, String name) {
        Marked place = all.stream()
                .filter(item -> item.source().name().equals(name))
                .map(Placed::place)
                .findFirst()
                .orElseThrow(() -> new SettingException(
                        file + ": there is no source '" + name + "'; 'pressmark sources list' names those there are"));
        if (place.column() < 2) {
            throw new SettingException(
                    file + ": the source '" + name + "' does not begin on a line of its own; change it there");
        }
        return place;
    }

    /** One past the last line of the entry that begins at {@code from}: where something as little indented begins. */
    private static int end(List<String> lines, int from) {
        String first = lines.get(from);
        int depth = first.length() - first.stripLeading().length();
        int to = from + 1;
        for (int i = from + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int indent = line.length() - line.stripLeading().length();
            if (!line.isBlank() && indent <= depth) {
                break;
            }
            // Blank lines and comments behind the last key belong to what follows.
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                to = i + 1;
            }
        }
        return to;
    }

    /** Reads what is to be written; puts it in place only if it says as many sources as it should. */
    private List<Source> write(List<String> lines, int expected) throws IOException {
        List<Source> after = placed(lines).stream().map(Placed::source).toList();
        if (after.size() != expected) {
            throw new SettingException(
                    file + ": cannot be changed line by line, since it is not written one key a line;"
                            + " change it by hand");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // A link stays one, and who may read the file stays as it was.
        Path target = Files.exists(file) ? file.toRealPath() : file;
        Path made = target.resolveSibling(target.getFileName() + ".new");
        Files.write(made, lines, StandardCharsets.UTF_8);
        PosixFileAttributeView old = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (old != null && Files.exists(target)) {
            Files.setPosixFilePermissions(made, old.readAttributes().permissions());
        }
        Files.move(made, target, StandardCopyOption.REPLACE_EXISTING);
        return after;
    }

    /** In double quotes where YAML might read it as something else. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_./:-]*[A-Za-z0-9_/.-]")
                && !text.matches("(?i)true|false|null|yes|no|on|off")) {
            return text;
        }
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20 || c == 0x7f) {
                out.append(String.format(java.util.Locale.ROOT, "\\x%02x", c));
            } else {
                out.append((char) c);
            }
        });
        return out.append('"').toString();
    }
}

package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Digest;

/**
 * The names of imported files: the given one where it is free. A name that is taken gets the first eight digits of the
 * file's SHA-256 behind its stem, {@code crawl-1f2e3d4c.warc.gz}. What was made from a damaged file, or written anew, gets
 * sixteen, {@code crawl-1f2e3d4c5b6a7988.warc.gz}, by which a second import of the same file is recognised.
 */
final class ImportName {
    private static final List<String> ENDS = List.of(".warc.gz", ".arc.gz", ".warc", ".arc");

    private ImportName() {}

    /** Names of files have 255 bytes, and a digest has 64 characters. */
    private static final int LONGEST_STEM = 170;

    /** A name that is safe in the archive's folder. */
    static String clean(String given) {
        String name =
                given.endsWith(WarcName.OPEN) ? given.substring(0, given.length() - WarcName.OPEN.length()) : given;
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(isShown(c) && "/\\:*?\"<>|".indexOf(c) < 0 ? c : '_');
        }
        return out.length() == 0 || out.charAt(0) == '.' ? "_" + out : out.toString();
    }

    /** False for what steers a terminal or turns the order of what is read. */
    private static boolean isShown(char c) {
        return !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }

    /** The name, with the ending that says what the file is where it has none of the kind. */
    static String suffixed(String name, boolean arc, boolean gzip) {
        return WarcName.isArchiveFile(name) ? name : name + end(arc, gzip);
    }

    static String derivedName(String name, Digest sha256, boolean arc, boolean gzip) {
        return shortStem(name) + "-" + sha256.hex().substring(0, 16) + end(arc, gzip);
    }

    /** What was derived from the same file before. */
    static Optional<Path> derived(ArchiveFolder folder, String name, Digest sha256) {
        return ENDS.stream()
                .map(end -> folder.file(shortStem(name) + "-" + sha256.hex().substring(0, 16) + end))
                .filter(Files::exists)
                .findFirst();
    }

    /** Gives a finished file the name, or the next best. */
    static String place(ArchiveFolder folder, Path file, String name, Digest sha256) throws IOException {
        String other = shortStem(name) + "-" + sha256.hex().substring(0, 8)
                + name.substring(stem(name).length());
        String last =
                shortStem(name) + "-" + sha256.hex() + name.substring(stem(name).length());
        for (String candidate : List.of(name, other, last)) {
            boolean open = Files.exists(folder.file(candidate + WarcName.OPEN));
            if (!open && Disk.renameIfFree(file, folder.file(candidate))) {
                return candidate;
            }
        }
        throw new IOException(
                last + ": expected a free name, found that it is taken; move that file out of the archive");
    }

    /** So much of the stem that a digest can stand behind it in a file's name. */
    private static String shortStem(String name) {
        String stem = stem(name);
        boolean fits = stem.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STEM;
        return fits ? stem : stem.substring(0, Math.min(stem.length(), LONGEST_STEM / 4));
    }

    private static String stem(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return ENDS.stream()
                .filter(lower::endsWith)
                .findFirst()
                .map(end -> name.substring(0, name.length() - end.length()))
                .orElse(name);
    }

    private static String end(boolean arc, boolean gzip) {
        return (arc ? ".arc" : ".warc") + (gzip ? ".gz" : "");
    }
}

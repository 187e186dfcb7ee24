package org.pressmark.archive;

import java.io.IOException;
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

    /** A name that is safe in the archive's folder. */
    static String clean(String given) {
        String name =
                given.endsWith(WarcName.OPEN) ? given.substring(0, given.length() - WarcName.OPEN.length()) : given;
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            out.append(c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0 ? '_' : c);
        }
        return out.length() == 0 || out.charAt(0) == '.' ? "_" + out : out.toString();
    }

    /** The name, with the ending that says what the file is where it has none of the kind. */
    static String suffixed(String name, boolean arc, boolean gzip) {
        return WarcName.isArchiveFile(name) ? name : name + end(arc, gzip);
    }

    static String derivedName(String name, Digest sha256, boolean arc, boolean gzip) {
        return stem(name) + "-" + sha256.hex().substring(0, 16) + end(arc, gzip);
    }

    /** What was derived from the same file before. */
    static Optional<Path> derived(ArchiveFolder folder, String name, Digest sha256) {
        return ENDS.stream()
                .map(end -> folder.file(stem(name) + "-" + sha256.hex().substring(0, 16) + end))
                .filter(Files::exists)
                .findFirst();
    }

    /** Gives a finished file the name, or the next best. */
    static String place(ArchiveFolder folder, Path file, String name, Digest sha256) throws IOException {
        String other = stem(name) + "-" + sha256.hex().substring(0, 8)
                + name.substring(stem(name).length());
        String last =
                stem(name) + "-" + sha256.hex() + name.substring(stem(name).length());
        for (String candidate : List.of(name, other, last)) {
            boolean open = Files.exists(folder.file(candidate + WarcName.OPEN));
            if (!open && Disk.renameIfFree(file, folder.file(candidate))) {
                return candidate;
            }
        }
        throw new IOException(
                last + ": expected a free name, found that it is taken; move that file out of the archive");
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

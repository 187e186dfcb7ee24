package org.pressmark.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tells by its first bytes what a file is; its name says nothing. */
final class FileKind {
    private static final String ZSTD_REMEDY = "Its records cannot be read one by one where they are: import the file.";
    private static final String REMEDY =
            "Give a .warc, .warc.gz, .warc.zst, .arc, .arc.gz or .wacz file; a single document needs --url.";

    private FileKind() {}

    /** Lets pass what is or may be a WARC or ARC file: plain, or gzip. */
    static void require(Path file, String name) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NotAnArchiveException(
                    name, Files.exists(file) ? "a folder or device" : "no file", "Give the path of a file.");
        }
        byte[] start = start(file);
        if (ZstdFile.looksLike(start)) {
            throw new NotAnArchiveException(name, "a zstd-compressed file", ZSTD_REMEDY);
        }
        String found = other(start);
        if (!found.isEmpty()) {
            throw new NotAnArchiveException(name, found, REMEDY);
        }
    }

    /** True for a file compressed with zstd. */
    static boolean isZstd(Path file) throws IOException {
        return Files.isRegularFile(file) && ZstdFile.looksLike(start(file));
    }

    /** What the file is, for an error in which nothing better is known. */
    static String describe(Path file) throws IOException {
        byte[] start = start(file);
        String found = other(start);
        boolean text = new String(start, StandardCharsets.ISO_8859_1)
                .chars()
                .allMatch(c -> c >= ' ' || (c >= '\t' && c <= '\r'));
        return !found.isEmpty()
                ? found
                : is(start, 0x1f, 0x8b)
                        ? "a gzip file without any record in it"
                        : text ? "a text file" : "a file of unknown kind";
    }

    static String remedy() {
        return REMEDY;
    }

    private static byte[] start(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(512);
        }
    }

    private static String other(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        String lower = text.stripLeading().toLowerCase(Locale.ROOT);
        if (start.length == 0) {
            return "an empty file";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return "a ZIP file (perhaps a WACZ)";
        }
        if (text.startsWith("%PDF-")) {
            return "a PDF document";
        }
        if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return "an HTML document";
        }
        if (lower.startsWith("<?xml")) {
            return "an XML document";
        }
        if (text.startsWith("BZh") || text.startsWith("\u00fd7zXZ")) {
            return "a bzip2 or xz file";
        }
        if (text.startsWith("\u0089PNG") || text.startsWith("\u00ff\u00d8\u00ff") || text.startsWith("GIF8")) {
            return "a picture";
        }
        return "";
    }

    private static boolean is(byte[] start, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= start.length || (start[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

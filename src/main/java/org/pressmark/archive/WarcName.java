package org.pressmark.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The names of files in an archive folder. Our own are {@code pressmark-<yyyyMMddHHmmss>-<serial>-<run>.warc.gz}: the UTC
 * time of opening, a number from 00000 counting the files of one run, and eight hexadecimal digits chosen anew for each
 * run, e.g. {@code pressmark-20261122101500-00000-4f1c09ab.warc.gz}. While a file is written its name ends in
 * {@code .open}; bytes cut off its end by a repair lie beside it in {@code ….torn}.
 */
final class WarcName {
    static final String OPEN = ".open";
    static final String TORN = ".torn";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private WarcName() {}

    /** @param run eight hexadecimal digits */
    static String of(Instant opened, int serial, String run) {
        return String.format(Locale.ROOT, "pressmark-%s-%05d-%s.warc.gz", STAMP.format(opened), serial, run);
    }

    /** The path that a file has when it is finished. */
    static Path finished(Path open) {
        String name = String.valueOf(open.getFileName());
        return open.resolveSibling(name.substring(0, name.length() - OPEN.length()));
    }

    /** True for the names of finished WARC and ARC files. */
    static boolean isArchiveFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".warc.gz")
                || lower.endsWith(".warc")
                || lower.endsWith(".arc.gz")
                || lower.endsWith(".arc");
    }
}

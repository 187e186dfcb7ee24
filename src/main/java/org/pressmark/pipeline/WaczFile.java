package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pressmark.pipeline.PipelineException.Trouble;

/** The WARC files in a WACZ file (WACZ 1.1.1 §5.1: {@code archive/}), unpacked to be read. */
final class WaczFile {
    private static final int MOST_FILES = 10_000;
    /** WARC files are compressed already; what swells more than so is no honest WACZ file. */
    private static final long SWELLS = 60;

    private static final long ANYWAY = 64L << 20;

    private WaczFile() {}

    /** True for a ZIP file. */
    static boolean is(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    /**
     * Unpacks the WARC files into a folder, under names of their own: what the ZIP file calls them leads nowhere.
     *
     * @throws PipelineException INPUT where there are none, or too much of them
     */
    static List<Path> unpack(Path wacz, Path folder) throws IOException {
        long room = ANYWAY + SWELLS * Files.size(wacz);
        List<Path> out = new ArrayList<>();
        try (ZipFile zip = new ZipFile(wacz.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements() && out.size() < MOST_FILES) {
                ZipEntry entry = entries.nextElement();
                if (isWarc(entry)) {
                    Path file = folder.resolve(name(entry, out.size()));
                    room -= copy(zip, entry, file, room, wacz);
                    out.add(file);
                }
            }
        } catch (ZipException e) {
            throw new PipelineException(
                    Trouble.DAMAGED, wacz + ": a ZIP file that cannot be read: " + e.getMessage(), e);
        }
        if (out.isEmpty()) {
            throw new PipelineException(
                    Trouble.INPUT, wacz + ": a ZIP file without WARC files in archive/; a WACZ file has some there");
        }
        return out;
    }

    private static boolean isWarc(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return name.startsWith("archive/") && (name.endsWith(".warc.gz") || name.endsWith(".warc"));
    }

    private static String name(ZipEntry entry, int number) {
        String last = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        String plain = last.replaceAll("[^A-Za-z0-9._-]", "_");
        return number + "-" + plain.substring(Math.max(0, plain.length() - 120));
    }

    private static long copy(ZipFile zip, ZipEntry entry, Path to, long room, Path wacz) throws IOException {
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(to)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                copied += count;
                if (copied > room) {
                    throw new PipelineException(
                            Trouble.INPUT, wacz + ": unpacks to more than " + SWELLS + " times its length; not read");
                }
                out.write(buffer, 0, count);
            }
            return copied;
        }
    }
}

package org.pressmark.archive;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.pressmark.model.Digest;

/**
 * The ZIP file that a WACZ is, read with care: names that lead elsewhere, names that stand twice, and entries that swell beyond
 * measure make it unreadable as a whole. Nothing is ever written under a name that stands in it.
 */
final class WaczZip implements Closeable {
    private static final int MOST_ENTRIES = 100_000;
    private static final long LARGEST_DIRECTORY = 64L << 20;
    /** So many times its own length a file may swell to; text packs to a tenth. */
    private static final long MOST_SWELLING = 200;

    private static final String REMEDY =
            "Such a file is broken or means harm; unpack it by hand if you trust its maker.";

    private final ZipFile zip;
    private final String name;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private WaczZip(ZipFile zip, String name) {
        this.zip = zip;
        this.name = name;
    }

    /** True where the file begins as a ZIP file does. */
    static boolean looksLike(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        }
    }

    /**
     * Opens a file.
     *
     * @throws NotAnArchiveException where it is no ZIP file, or none that may be opened
     */
    static WaczZip open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        requireSmallDirectory(file, name);
        WaczZip made;
        try {
            made = new WaczZip(new ZipFile(file.toFile()), name);
        } catch (ZipException e) {
            throw new NotAnArchiveException(name, "a ZIP file that cannot be read (" + e.getMessage() + ")", REMEDY);
        }
        boolean sound = false;
        try {
            made.list(Files.size(file));
            sound = true;
            return made;
        } finally {
            if (!sound) {
                made.close();
            }
        }
    }

    private void list(long size) throws NotAnArchiveException {
        long unpacked = 0;
        for (Iterator<? extends ZipEntry> all = zip.stream().iterator(); all.hasNext(); ) {
            ZipEntry entry = all.next();
            String path = entry.getName();
            if (path.startsWith("/")
                    || path.contains("\\")
                    || path.indexOf('\0') >= 0
                    || List.of(path.split("/", -1)).contains("..")) {
                throw new NotAnArchiveException(name, "an entry whose name leads elsewhere: " + path, REMEDY);
            }
            if (entries.put(path, entry) != null) {
                throw new NotAnArchiveException(name, "two entries of one name: " + path, REMEDY);
            }
            unpacked += Math.max(0, entry.getSize());
            if (entries.size() > MOST_ENTRIES || unpacked / MOST_SWELLING > size) {
                throw new NotAnArchiveException(name, "a ZIP file that swells beyond measure", REMEDY);
            }
        }
    }

    /** The end of a ZIP file says how long its directory is, which is read into memory. */
    private static void requireSmallDirectory(Path file, String name) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int tail = (int) Math.min(in.length(), 22 + 0xffff + 76);
            byte[] end = new byte[tail];
            in.seek(in.length() - tail);
            in.readFully(end);
            long size = -1;
            for (int at = tail - 22; at >= 0 && size < 0; at--) {
                boolean small = mark(end, at, 5);
                boolean large = mark(end, at, 6) && at + 56 <= tail;
                if (small || large) {
                    long stated = small ? number(end, at + 12, 4) : number(end, at + 40, 8);
                    size = stated == 0xffffffffL ? -1 : stated;
                }
            }
            if (size > LARGEST_DIRECTORY || size < -1) {
                throw new NotAnArchiveException(name, "a ZIP file with a directory of " + size + " bytes", REMEDY);
            }
        }
    }

    private static boolean mark(byte[] bytes, int at, int kind) {
        return bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == kind && bytes[at + 3] == kind + 1;
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[at + i] & 0xff;
        }
        return value;
    }

    /** The names of its files, in their order. */
    List<String> names() {
        return entries.keySet().stream().filter(path -> !path.endsWith("/")).toList();
    }

    boolean has(String path) {
        return entries.containsKey(path);
    }

    boolean stored(String path) {
        return Optional.ofNullable(entries.get(path))
                .filter(entry -> entry.getMethod() == ZipEntry.STORED)
                .isPresent();
    }

    /** A small entry whole; empty where there is none, or a larger one. */
    Optional<byte[]> bytes(String path, int most) throws IOException {
        if (!has(path)) {
            return Optional.empty();
        }
        try (InputStream in = open(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            return bytes.length > most ? Optional.empty() : Optional.of(bytes);
        } catch (EOFException | ZipException e) {
            throw unreadable(path, e);
        }
    }

    /** What an entry holds, no more than its stated size of it. */
    InputStream open(String path) throws IOException {
        try {
            return zip.getInputStream(entry(path));
        } catch (EOFException | ZipException e) {
            throw unreadable(path, e);
        }
    }

    private NotAnArchiveException unreadable(String path, IOException why) {
        String said = why.getMessage() == null ? "it lies behind the end of the file" : why.getMessage();
        return new NotAnArchiveException(
                name, "a ZIP file whose entry " + path + " cannot be read (" + said + ")", REMEDY);
    }

    private ZipEntry entry(String path) throws ZipException {
        ZipEntry entry = entries.get(path);
        if (entry == null) {
            throw new ZipException(path + ": expected this entry, found none");
        }
        return entry;
    }

    /** What was copied: its digest and its length. */
    record Copied(Digest sha256, long length) {}

    /** Copies an entry; stops where it turns out longer than it says. */
    Copied copy(String path, OutputStream out) throws IOException {
        long stated = entry(path).getSize();
        MessageDigest digest = Digests.start(Digest.Algorithm.SHA256);
        long length = 0;
        try (InputStream in = open(path)) {
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                length += count;
                if (length > stated) {
                    throw new ZipException(path + ": expected " + stated + " bytes, found more");
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        } catch (EOFException | ZipException e) {
            throw unreadable(path, e);
        }
        return new Copied(Digest.of(Digest.Algorithm.SHA256, digest.digest()), length);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

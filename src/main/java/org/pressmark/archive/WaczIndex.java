package org.pressmark.archive;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.pressmark.model.RecordLocation;
import org.pressmark.model.UrlKey;

/**
 * The lines of the index in a WACZ file, found by the address that they name. Neither their keys nor their order are made use
 * of, only a hash of each line's address and where the line stands is held, 16 bytes a line.
 */
final class WaczIndex implements Closeable {
    private static final int LONGEST_LINE = 1 << 18;
    /** An index much longer than what it lists is none. */
    private static final long ROOM = 64L << 20;

    private final Map<String, Optional<Warc>> warcs = new HashMap<>();
    private final Map<String, Boolean> listed = new LinkedHashMap<>();
    private final String name;
    private long[] hashes = new long[1024];
    private long[] starts = new long[1024];
    private int count;
    private final RandomAccessFile lines;

    private WaczIndex(String name, RandomAccessFile lines) {
        this.name = name;
        this.lines = lines;
    }

    private record Warc(String path, ZipPlaces.Place place) {}

    /** A line and where in the WACZ file itself it says that the record lies. */
    record Found(IndexLine line, RecordLocation place) {}

    /**
     * Reads the index through once.
     *
     * @param unpacked a file to be made, for the lines as they stand unpacked
     * @throws IndexUnusableException where there is none, or one that leads to nothing that can be read in place
     */
    static WaczIndex open(Path wacz, Path unpacked) throws IOException {
        String name = String.valueOf(wacz.getFileName());
        if (name.indexOf('\\') >= 0) {
            throw new IndexUnusableException("a file whose name looks like a path");
        }
        try (WaczZip zip = WaczZip.open(wacz);
                FileChannel channel = FileChannel.open(wacz)) {
            List<String> indexes =
                    zip.names().stream().filter(WaczIndex::isIndex).toList();
            if (indexes.isEmpty()) {
                throw new IndexUnusableException("expected an index in the folder indexes/, found none");
            }
            Map<String, ZipPlaces.Place> places = ZipPlaces.of(channel);
            try (BufferedWriter out = Files.newBufferedWriter(unpacked)) {
                long room = ROOM + 4 * channel.size();
                for (String index : indexes) {
                    room -= unpack(zip, index, out, room);
                }
            }
            WaczIndex made = new WaczIndex(name, new RandomAccessFile(unpacked.toFile(), "r"));
            boolean usable = false;
            try {
                made.names(zip.names(), places);
                made.read(unpacked);
                usable = true;
                return made;
            } finally {
                if (!usable) {
                    made.close();
                }
            }
        } catch (ZipException e) {
            throw new IndexUnusableException(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isIndex(String path) {
        return path.startsWith("indexes/") && path.toLowerCase(Locale.ROOT).matches(".*\\.cdxj?(\\.gz)?");
    }

    /** Copies the lines of one index; gives how many characters that were. */
    private static long unpack(WaczZip zip, String path, BufferedWriter out, long room) throws IOException {
        long length = 0;
        InputStream packed = zip.open(path);
        try (InputStream in = path.endsWith(".gz") ? new GZIPInputStream(packed, 1 << 16) : packed;
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] buffer = new char[1 << 14];
            for (int got = reader.read(buffer); got >= 0; got = reader.read(buffer)) {
                length += got;
                if (length > room) {
                    throw new IndexUnusableException("an index that is longer than what it lists");
                }
                out.write(buffer, 0, got);
            }
        }
        out.write('\n');
        return length;
    }

    /** Lines name a WARC file by the last part of its path or by more of it; what two files could be called names none. */
    private void names(List<String> all, Map<String, ZipPlaces.Place> places) throws IndexUnusableException {
        for (String path : all) {
            if (path.startsWith("archive/") && WarcName.isArchiveFile(path)) {
                ZipPlaces.Place place = places.get(path);
                if (place == null) {
                    throw new IndexUnusableException(path + " is packed once more and cannot be read in place");
                }
                listed.put(path, false);
                String inFolder = path.substring("archive/".length());
                String last = path.substring(path.lastIndexOf('/') + 1);
                for (String called : new LinkedHashSet<>(List.of(path, inFolder, last))) {
                    warcs.merge(called, Optional.of(new Warc(path, place)), (one, other) -> Optional.empty());
                }
            }
        }
    }

    private void read(Path unpacked) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long start = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(unpacked), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b != '\n') {
                    line.write(b);
                } else {
                    add(line.toString(StandardCharsets.UTF_8), start);
                    start += line.size() + 1L;
                    line.reset();
                }
                if (line.size() > LONGEST_LINE) {
                    throw new IndexUnusableException("a line of more than " + LONGEST_LINE + " bytes");
                }
            }
        }
        for (Map.Entry<String, Boolean> file : listed.entrySet()) {
            if (!file.getValue()) {
                throw new IndexUnusableException("nothing of " + file.getKey() + " stands in it");
            }
        }
        hashes = Arrays.copyOf(hashes, count);
        Arrays.sort(hashes);
    }

    private void add(String line, long start) throws IndexUnusableException {
        Optional<IndexLine> read = IndexLine.read(line);
        if (read.isPresent()) {
            require(read.get());
            if (count == starts.length) {
                hashes = Arrays.copyOf(hashes, 2 * count);
                starts = Arrays.copyOf(starts, 2 * count);
            }
            hashes[count] = hash(UrlKey.of(read.get().url())) | count;
            starts[count++] = start;
        }
    }

    private void require(IndexLine line) throws IndexUnusableException {
        Optional<Warc> warc = warcs.getOrDefault(line.file(), Optional.empty());
        if (warc.isEmpty()) {
            throw new IndexUnusableException("a line leads to '" + line.file() + "', which is not one file in it");
        }
        if (line.length() > warc.get().place().length() - line.offset()) {
            throw new IndexUnusableException("a line leads behind the end of " + line.file());
        }
        listed.put(warc.get().path(), true);
    }

    private static long hash(UrlKey key) {
        return (long) key.surt().hashCode() << 32;
    }

    /** The lines whose address has this key, those of one record once. */
    Collection<Found> of(UrlKey key) throws IOException {
        long hash = hash(key);
        int at = Arrays.binarySearch(hashes, hash);
        Map<RecordLocation, Found> found = new LinkedHashMap<>();
        for (int i = at < 0 ? -at - 1 : at; i < count && hashes[i] >> 32 == hash >> 32; i++) {
            IndexLine line = line((int) hashes[i]);
            if (UrlKey.of(line.url()).equals(key)) {
                Warc warc = warcs.getOrDefault(line.file(), Optional.empty()).orElseThrow();
                RecordLocation place = new RecordLocation(name, warc.place().start() + line.offset(), line.length());
                found.putIfAbsent(place, new Found(line, place));
            }
        }
        return found.values();
    }

    private IndexLine line(int number) throws IOException {
        lines.seek(starts[number]);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] buffer = new byte[1024];
        for (int got = lines.read(buffer); got >= 0; got = lines.read(buffer)) {
            int end = 0;
            while (end < got && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, 0, end);
            if (end < got) {
                break;
            }
        }
        return IndexLine.read(line.toString(StandardCharsets.UTF_8)).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

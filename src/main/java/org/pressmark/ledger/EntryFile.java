package org.pressmark.ledger;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Of each leaf where it ends in the leaves' file and the first 64 bits of its subject's SHA-256: what it takes to read any leaf
 * and to find those about a subject. Sixteen bytes a leaf, read through for a search. A cache, like {@link NodeFile}.
 */
final class EntryFile implements Closeable {
    private static final int WIDTH = 2 * Long.BYTES;
    private static final int TOGETHER = 1 << 16;

    private final FileChannel file;

    /**
     * What is noted of one leaf.
     *
     * @param end behind its last byte and the line feed
     */
    record Entry(long end, long subject) {}

    EntryFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** @param subject as it stands in the leaf, between the quotes */
    static long subject(String subject) {
        byte[] hash = TreeHash.sha256().digest(subject.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(hash).getLong();
    }

    /** Number of leaves. */
    long count() throws IOException {
        return file.size() / WIDTH;
    }

    void cut(long leaves) throws IOException {
        file.truncate(leaves * WIDTH);
    }

    void append(long size, List<Entry> entries) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(entries.size() * WIDTH);
        entries.forEach(entry -> out.putLong(entry.end()).putLong(entry.subject()));
        out.flip();
        long at = size * WIDTH;
        while (out.hasRemaining()) {
            at += file.write(out, at);
        }
    }

    /** Where a leaf ends; 0 for the one before the first. */
    long end(long leaf) throws IOException {
        if (leaf < 0) {
            return 0;
        }
        ByteBuffer into = ByteBuffer.allocate(Long.BYTES);
        file.read(into, leaf * WIDTH);
        return into.getLong(0);
    }

    /**
     * Looks for many subjects in one go.
     *
     * @param size how many leaves to look through
     * @return by subject the numbers of leaves that may be about it, in order; 64 bits may lie, so the leaf must be read
     */
    @SuppressWarnings("NonApiType") // in order
    Map<String, TreeSet<Long>> find(Collection<String> subjects, long size) throws IOException {
        Map<Long, String> wanted = new HashMap<>();
        subjects.forEach(subject -> wanted.put(subject(Statement.quoted(subject)), subject));
        Map<String, TreeSet<Long>> out = new TreeMap<>();
        ByteBuffer buffer = ByteBuffer.allocate(TOGETHER * WIDTH);
        for (long leaf = 0; leaf < size; ) {
            buffer.clear();
            int read = file.read(buffer, leaf * WIDTH);
            int here = (int) Math.min(read / WIDTH, size - leaf);
            if (here <= 0) {
                return out;
            }
            for (int i = 0; i < here; i++) {
                String subject = wanted.get(buffer.getLong(i * WIDTH + Long.BYTES));
                if (subject != null) {
                    out.computeIfAbsent(subject, key -> new TreeSet<>()).add(leaf + i);
                }
            }
            leaf += here;
        }
        return out;
    }

    void sync() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.pressmark.ledger;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The hashes of all complete subtrees, 32 bytes each, in one file that only grows: a node stands right behind its right
 * child (post-order), so that each hash has its place for good. A cache: it can be made again from the leaves.
 */
final class NodeFile implements Closeable {
    private final FileChannel file;

    NodeFile(Path path) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** How many hashes a tree of so many leaves has in the file. */
    static long count(long leaves) {
        return 2 * leaves - Long.bitCount(leaves);
    }

    /** Where the hash of the subtree stands that covers leaves {@code index * 2^level} to {@code (index + 1) * 2^level}. */
    private static long place(int level, long index) {
        long lastLeaf = ((index + 1) << level) - 1;
        return count(lastLeaf) + level;
    }

    /** True where the file holds exactly the hashes of so many leaves, as far as its length tells. */
    boolean fits(long leaves) throws IOException {
        return file.size() == count(leaves) * TreeHash.LENGTH;
    }

    /** Forgets what stands behind so many leaves. */
    void cut(long leaves) throws IOException {
        file.truncate(count(leaves) * TreeHash.LENGTH);
    }

    /** Adds leaves behind the first {@code size}. */
    void append(long size, List<byte[]> leafHashes) throws IOException {
        Deque<byte[]> frontier = new ArrayDeque<>(peaks(size));
        ByteArrayOutputStream out = new ByteArrayOutputStream(leafHashes.size() * 2 * TreeHash.LENGTH);
        long next = size;
        for (byte[] leaf : leafHashes) {
            byte[] hash = leaf;
            out.writeBytes(hash);
            for (long rest = next; (rest & 1) == 1; rest >>= 1) {
                hash = TreeHash.node(frontier.removeLast(), hash);
                out.writeBytes(hash);
            }
            frontier.addLast(hash);
            next++;
        }
        ByteBuffer bytes = ByteBuffer.wrap(out.toByteArray());
        long at = count(size) * TreeHash.LENGTH;
        while (bytes.hasRemaining()) {
            at += file.write(bytes, at);
        }
    }

    /** Hashes of the complete subtrees of which a tree is made, the largest first. */
    private List<byte[]> peaks(long size) throws IOException {
        List<byte[]> out = new ArrayList<>();
        long from = 0;
        for (int level = Long.SIZE - 2; level >= 0; level--) {
            if ((size >> level & 1) == 1) {
                out.add(read(level, from >> level));
                from += 1L << level;
            }
        }
        return out;
    }

    /** The root of the first {@code size} leaves (RFC 9162 §2.1.1). */
    byte[] root(long size) throws IOException {
        return size == 0 ? TreeHash.empty() : range(0, size);
    }

    /**
     * The proof that a leaf stands in a tree (RFC 9162 §2.1.3.1).
     *
     * @return from the leaf's sibling up
     */
    List<byte[]> inclusion(long leaf, long size) throws IOException {
        List<byte[]> out = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long half = from + split(to - from);
            boolean left = leaf < half;
            out.add(0, left ? range(half, to) : range(from, half));
            from = left ? from : half;
            to = left ? half : to;
        }
        return out;
    }

    /** The proof that one tree is the beginning of another (RFC 9162 §2.1.4.1). */
    List<byte[]> consistency(long older, long size) throws IOException {
        List<byte[]> out = new ArrayList<>();
        if (older == 0 || older == size) {
            return out;
        }
        long from = 0;
        long to = size;
        boolean whole = true;
        while (to > older) {
            long half = from + split(to - from);
            if (older <= half) {
                out.add(0, range(half, to));
                to = half;
            } else {
                out.add(0, range(from, half));
                from = half;
                whole = false;
            }
        }
        if (!whole) {
            out.add(0, range(from, to));
        }
        return out;
    }

    private byte[] range(long from, long to) throws IOException {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return read(level, from >> level);
        }
        long half = from + split(length);
        return TreeHash.node(range(from, half), range(half, to));
    }

    /** The largest power of two below a length. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    private byte[] read(int level, long index) throws IOException {
        byte[] hash = new byte[TreeHash.LENGTH];
        ByteBuffer into = ByteBuffer.wrap(hash);
        long at = place(level, index) * TreeHash.LENGTH;
        while (into.hasRemaining()) {
            int count = file.read(into, at + into.position());
            if (count < 0) {
                throw new IOException("expected a hash at byte " + at + " of the log's cache, found its end");
            }
        }
        return hash;
    }

    void sync() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Finding;
import org.pressmark.model.RecordLocation;

/**
 * Writes the sound records of a file into another: as they are stored, where each can be cut out; else each in a gzip member
 * of its own, its unpacked bytes unchanged.
 */
final class Salvage implements WarcScan.Listener, Closeable {
    private static final int MEMORY = 1 << 22;

    private final FileChannel from;
    private final FileChannel to;
    private final Path spoolFile;
    private final boolean anew;
    private final Deflate deflate;
    private @Nullable Spool spool;
    private @Nullable GzipMember member;

    /** @param anew true where records cannot be cut out of the file */
    Salvage(Path from, Path to, boolean anew, Deflate deflate) throws IOException {
        this.from = FileChannel.open(from, StandardOpenOption.READ);
        this.to = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.spoolFile = to.resolveSibling(to.getFileName() + ".record");
        this.anew = anew;
        this.deflate = deflate;
    }

    @Override
    public OutputStream rawCopy() throws IOException {
        drop();
        if (!anew) {
            return OutputStream.nullOutputStream();
        }
        Spool bytes = new Spool(spoolFile, MEMORY);
        GzipMember begun = new GzipMember(bytes, deflate);
        spool = bytes;
        member = begun;
        return begun;
    }

    @Override
    public void record(ScannedRecord record) throws IOException {
        Spool bytes = spool;
        GzipMember begun = member;
        if (bytes != null && begun != null) {
            begun.close();
            bytes.flush();
            try (InputStream in = bytes.open()) {
                append(in);
            }
            return;
        }
        RecordLocation place = record.location();
        long at = place.offset();
        long end = at + place.length();
        while (at < end) {
            long count = from.transferTo(at, end - at, to);
            if (count <= 0) {
                throw new IOException("expected " + (end - at) + " more bytes, found the end of the file");
            }
            at += count;
        }
    }

    @Override
    public void finding(Finding finding) {
        // told at the first look
    }

    private void append(InputStream in) throws IOException {
        OutputStream out = Channels.newOutputStream(to);
        in.transferTo(out);
    }

    private void drop() throws IOException {
        GzipMember begun = member;
        Spool bytes = spool;
        member = null;
        spool = null;
        if (begun != null) {
            begun.close();
        }
        if (bytes != null) {
            bytes.close();
        }
    }

    @Override
    public void close() throws IOException {
        drop();
        from.close();
        to.close();
    }
}

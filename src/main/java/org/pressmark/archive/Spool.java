package org.pressmark.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Bytes that are held in memory up to a limit and in a file beyond it. Closing it deletes the file. */
final class Spool extends OutputStream {
    private final Path file;
    private final int memoryBytes;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable OutputStream disk;
    private long length;
    private boolean kept;

    /**
     * @param file where to go when memory does not do; must not exist
     * @param memoryBytes how much to hold in memory
     */
    Spool(Path file, int memoryBytes) {
        this.file = file;
        this.memoryBytes = memoryBytes;
    }

    /** Something that fills a spool. */
    interface Filler {
        Rendered fill(Spool out) throws IOException;
    }

    /** Lets something fill it; where that fails nothing of it is left. */
    Rendered filled(Filler filler) throws IOException {
        boolean done = false;
        try {
            Rendered rendered = filler.fill(this);
            flush();
            done = true;
            return rendered;
        } finally {
            if (!done) {
                close();
            }
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        OutputStream out = disk;
        if (out == null && length + count > memoryBytes) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            disk = out;
            memory.writeTo(out);
            memory.reset();
        }
        (out == null ? memory : out).write(bytes, offset, count);
        length += count;
    }

    long length() {
        return length;
    }

    boolean inMemory() {
        return disk == null;
    }

    /** The bytes, where they are in memory. */
    byte[] bytes() {
        return memory.toByteArray();
    }

    /** Writes all of it, from memory without a copy. */
    void writeTo(OutputStream out) throws IOException {
        if (inMemory()) {
            memory.writeTo(out);
        } else {
            Files.copy(file, out);
        }
    }

    InputStream open() throws IOException {
        return inMemory() ? new ByteArrayInputStream(bytes()) : Files.newInputStream(file);
    }

    /** The file, which from now on belongs to the caller. */
    Path keepFile() throws IOException {
        kept = true;
        close();
        return file;
    }

    @Override
    public void close() throws IOException {
        OutputStream out = disk;
        if (out != null) {
            out.close();
            if (!kept) {
                Files.deleteIfExists(file);
            }
        }
    }
}

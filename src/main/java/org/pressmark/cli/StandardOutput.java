package org.pressmark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's standard output; remembers what kept it from being written, which print streams do not tell. */
final class StandardOutput extends OutputStream {
    /** What the system says where the reader of a pipe has left: he has what he wanted. */
    private static final String READER_LEFT = "Broken pipe";

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private @Nullable IOException trouble;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            trouble = e;
            throw e;
        }
    }

    /** Why some of it could not be written: a full disk, a closed stream; empty where all was, or nobody reads any more. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble).map(IOException::getMessage).filter(words -> !words.equals(READER_LEFT));
    }
}

package org.pressmark.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The process's standard output; remembers what kept it from being written, which print streams do not tell. */
final class StandardOutput extends OutputStream {
    /** What the system says, in English, where the reader of a pipe has left: he has what he wanted. */
    private static final String READER_LEFT = "Broken pipe";

    /** What the stream leads to, on Linux. */
    private static final Path TARGET = Path.of("/proc/self/fd/1");

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
        return Optional.ofNullable(trouble)
                .map(IOException::getMessage)
                .filter(words -> !words.equals(READER_LEFT) && !leadsToReader());
    }

    /** Whether somebody reads at the other end, who alone can end that; in other languages the system says it otherwise. */
    private static boolean leadsToReader() {
        try {
            String target = Files.readSymbolicLink(TARGET).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException | UnsupportedOperationException notTold) {
            return false;
        }
    }
}

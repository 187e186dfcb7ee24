package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.pressmark.pipeline.PipelineException.Trouble;

/** A file that is there whole or not at all: it is written beside its place and takes it when it is done. */
public final class WholeFile implements Closeable {
    private final Path target;
    private final Path beside;
    private final OutputStream out;

    private WholeFile(Path target, Path beside) throws IOException {
        this.target = target;
        this.beside = beside;
        this.out = Files.newOutputStream(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Begins a file; one of that name stays as it is until {@link #done}. */
    public static WholeFile begin(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PipelineException(Trouble.INPUT, target + ": there is no folder " + folder + "; make it first");
        }
        if (Files.isDirectory(target)) {
            throw new PipelineException(Trouble.INPUT, target + ": is a folder; name a file in it");
        }
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part";
        return new WholeFile(target, folder.resolve(name));
    }

    /** Where its bytes go. */
    public OutputStream out() {
        return out;
    }

    /** Where it lies as long as it is not done, for what must be read again while it is made. */
    public Path path() {
        return beside;
    }

    /** Gives the file its name. */
    public void done() throws IOException {
        out.close();
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(beside);
    }
}

package org.pressmark.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.pressmark.pipeline.PipelineException.Trouble;

/** A file that is there whole or not at all: it is written beside its place and takes it when it is done. */
public final class WholeFile implements Closeable {
    private static final String ENDING = ".part";

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
        if (Files.isDirectory(target)) {
            throw new PipelineException(Trouble.INPUT, target + ": is a folder; name a file in it");
        }
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new PipelineException(Trouble.INPUT, target + ": there is no folder " + folder + "; make it first");
        }
        dropHalves(folder, "." + target.getFileName() + ".");
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ENDING;
        return new WholeFile(target, folder.resolve(name));
    }

    /** Throws away what processes left that died while they wrote the same file. */
    private static void dropHalves(Path folder, String beginning) throws IOException {
        List<Path> halves;
        try (Stream<Path> all = Files.list(folder)) {
            halves = all.filter(file -> {
                        String name = String.valueOf(file.getFileName());
                        return name.startsWith(beginning)
                                && name.endsWith(ENDING)
                                && dead(name.substring(beginning.length(), name.length() - ENDING.length()));
                    })
                    .toList();
        }
        for (Path half : halves) {
            Files.deleteIfExists(half);
        }
    }

    private static boolean dead(String pid) {
        return pid.matches("\\d{1,18}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
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

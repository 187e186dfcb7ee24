package org.pressmark.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import org.pressmark.pipeline.PipelineException.Trouble;

/** A file that the user names. */
final class GivenFile {
    private GivenFile() {}

    /**
     * Lets pass what can be read from end to end, and again.
     *
     * @throws PipelineException INPUT for a folder, a pipe, a device, or nothing at all
     */
    static void require(Path file) {
        if (Files.isDirectory(file)) {
            throw new PipelineException(
                    Trouble.INPUT, file + ": expected a file, found a folder; name the files in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new PipelineException(
                    Trouble.INPUT,
                    file + ": expected a file, found a pipe or device; write what it gives to a file first");
        }
        if (!Files.exists(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such file");
        }
    }
}

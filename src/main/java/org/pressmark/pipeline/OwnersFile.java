package org.pressmark.pipeline;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files with a secret, which their owner alone can read, on systems that know owners. */
final class OwnersFile {
    private OwnersFile() {}

    /**
     * Makes such a file, whole or not at all; one that is there already stays.
     *
     * @param fresh where it is written first, on the same disk
     */
    static void make(Path file, Path fresh, String text) throws IOException {
        try {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException noSuchRights) {
            Files.createFile(fresh);
        }
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException another) {
            // Two programs began at once; what the first one made holds for both.
            Files.delete(fresh);
        }
    }
}

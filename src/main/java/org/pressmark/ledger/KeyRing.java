package org.pressmark.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The user's signing keys: the one in force in a file that only its owner may read, earlier ones beside it under their
 * fingerprints, so that other archives can still be handed over from an old key to the new one.
 */
public final class KeyRing {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int SHOWN = 16;

    private final Path file;

    /** @param file of the key in force, e.g. {@code ~/.config/pressmark/signing-key.pem} */
    public KeyRing(Path file) {
        this.file = file.toAbsolutePath();
    }

    public Path file() {
        return file;
    }

    /**
     * The key in force.
     *
     * @throws IOException if it cannot be read, is no key, or others than its owner may read it
     */
    public Optional<SigningKey> current() throws IOException {
        return read(file);
    }

    /** An earlier key, if it is still there. */
    Optional<SigningKey> earlier(VerifierKey key) throws IOException {
        return read(beside(key));
    }

    /** The key in force, made now where there is none. */
    public SigningKey currentOrNew() throws IOException {
        Optional<SigningKey> there = current();
        if (there.isPresent()) {
            return there.get();
        }
        SigningKey made = SigningKey.make();
        try {
            write(file, made);
            return made;
        } catch (FileAlreadyExistsException anotherProcessMadeIt) {
            return current().orElseThrow(() -> anotherProcessMadeIt);
        }
    }

    /** Puts a new key in force; the old one is kept beside it. */
    public SigningKey rotate() throws IOException {
        SigningKey old = currentOrNew();
        SigningKey made = SigningKey.make();
        Path fresh = beside(made.verifier());
        write(fresh, made);
        if (!Files.exists(beside(old.verifier()))) {
            write(beside(old.verifier()), old);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private Path beside(VerifierKey key) {
        return file.resolveSibling(file.getFileName() + "." + key.fingerprint().substring(0, SHOWN));
    }

    private static Optional<SigningKey> read(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (posix(path)) {
            Set<PosixFilePermission> others = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            others.removeAll(OWNER);
            if (!others.isEmpty()) {
                throw new IOException(
                        path + ": others than its owner may use this key; 'chmod 600' it, and rotate the key"
                                + " if somebody may have read it ('pressmark key rotate')");
            }
        }
        try {
            return Optional.of(SigningKey.parse(Files.readString(path)));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    path + ": " + e.getMessage()
                            + "; put the file back from a copy, or take it away and a new key is made",
                    e);
        }
    }

    private static void write(Path path, SigningKey key) throws IOException {
        Path folder = path.getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, rights(folder, FOLDER));
        }
        Files.createFile(path, rights(path, OWNER));
        Files.write(path, key.pem().getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    }

    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) {
        return posix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

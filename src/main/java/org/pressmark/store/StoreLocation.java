package org.pressmark.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an archive's index lies. */
public sealed interface StoreLocation {
    /** Folder inside an archive in which everything but the WARC files lies. */
    String FOLDER = ".pressmark";

    /** The index of an archive in its usual place: an H2 file {@code <archive>/.pressmark/index.mv.db}. */
    static StoreLocation ofArchive(Path archive) {
        return new Embedded(archive.resolve(FOLDER).resolve("index"));
    }

    /**
     * What a user named with {@code --db}, or the usual place.
     *
     * @param database a {@code jdbc:postgresql:…} address
     * @throws StoreException if it is another kind of address
     */
    static StoreLocation of(Path archive, Optional<String> database) {
        if (database.isEmpty()) {
            return ofArchive(archive);
        }
        String url = database.get();
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StoreException("expected a database address that begins with jdbc:postgresql:, found: "
                    + withoutSecrets(url) + "; without one, the index lies in " + FOLDER + " of the archive");
        }
        return new Server(url);
    }

    /**
     * Makes that folder, where it is missing, for its owner alone: what H2 shares the index by lies in it, and the token of
     * {@code serve}.
     */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** What cannot be written of it, on a medium for reading or by want of rights; a server is not asked. */
    default Optional<Path> blocked() {
        return Optional.empty();
    }

    /** True where it is known that there is none; a server is not asked. */
    default boolean missing() {
        return false;
    }

    /** The place in words, without user names and passwords. */
    String words();

    /**
     * An H2 database file.
     *
     * @param file the file without its ending {@code .mv.db}
     */
    record Embedded(Path file) implements StoreLocation {
        public Embedded {
            file = file.toAbsolutePath().normalize();
            if (file.toString().indexOf(';') >= 0) {
                throw new StoreException("the index cannot lie in a folder with a semicolon in its name: " + file);
            }
        }

        @Override
        public String words() {
            return file + ".mv.db";
        }

        /** The database file itself. */
        Path databaseFile() {
            return file.resolveSibling(file.getFileName() + ".mv.db");
        }

        @Override
        public boolean missing() {
            return Files.notExists(databaseFile());
        }

        /** The file by which H2 says who has it open. */
        Path lockFile() {
            return file.resolveSibling(file.getFileName() + ".lock.db");
        }

        /** The file by which this program says who uses it. */
        Path useFile() {
            return file.resolveSibling(file.getFileName() + ".use");
        }

        /** False on a medium that cannot be written, and where this user has no right to. */
        boolean writable() {
            return blocked().isEmpty();
        }

        /** What cannot be written, in words. */
        String unwritable() {
            return blocked().orElse(file).toString();
        }

        /** The folder or file that cannot be written; of a folder that is missing, the one that it would lie in. */
        @Override
        public Optional<Path> blocked() {
            Path folder = file.getParent();
            while (folder != null && Files.notExists(folder)) {
                folder = folder.getParent();
            }
            return Stream.of(Optional.ofNullable(folder), Optional.of(databaseFile()), Optional.of(useFile()))
                    .flatMap(Optional::stream)
                    .filter(path -> Files.exists(path) && !Files.isWritable(path))
                    .findFirst();
        }

        /** The database of that name beside this one. */
        Embedded beside(String suffix) {
            return new Embedded(file.resolveSibling(file.getFileName() + suffix));
        }
    }

    /**
     * A PostgreSQL database; the schema is the first of the parameter {@code currentSchema}, else {@code pressmark}, and is
     * made where it is missing. One schema holds one archive's index.
     *
     * @param url e.g. {@code jdbc:postgresql://db.example/archive?user=press&currentSchema=press}
     */
    record Server(String url) implements StoreLocation {
        @Override
        public String words() {
            return withoutSecrets(url);
        }

        @Override
        public String toString() {
            return words();
        }
    }

    private static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        String plain = query < 0 ? url : url.substring(0, query);
        return plain.replaceFirst("//[^/]*@", "//");
    }
}

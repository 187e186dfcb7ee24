package org.pressmark.pipeline;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pressmark.pipeline.PipelineException.Trouble;

/**
 * Files that are handed out together, as a folder or as a ZIP file, with a list of their digests ({@code SHA256SUMS}). It gets
 * its name when it is whole.
 */
final class EvidenceFiles implements Closeable {
    private final Path path;
    private final Path making;
    private final boolean zip;
    private final Map<String, Path> files = new LinkedHashMap<>();

    private EvidenceFiles(Path path, Path making, boolean zip) {
        this.path = path;
        this.making = making;
        this.zip = zip;
    }

    /** Begins a package whose name must be free. */
    static EvidenceFiles begin(Path path) throws IOException {
        if (Files.exists(path)) {
            throw new PipelineException(
                    Trouble.INPUT, path + ": there is something of that name already; --out names another place");
        }
        Path absolute = path.toAbsolutePath();
        Path parent = absolute.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Path making = absolute.resolveSibling(absolute.getFileName() + ".making");
        delete(making);
        Files.createDirectories(making);
        return new EvidenceFiles(absolute, making, path.toString().endsWith(".zip"));
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    void add(String name, byte[] bytes) throws IOException {
        add(name, new ByteArrayInputStream(bytes));
    }

    void add(String name, InputStream in) throws IOException {
        Path file = making.resolve(name);
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            in.transferTo(out);
        }
        files.put(name, file);
    }

    void finish() throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            sums.append(FileDigest.of(file.getValue()).hex())
                    .append("  ")
                    .append(file.getKey())
                    .append('\n');
        }
        add("SHA256SUMS", sums.toString());
        if (!zip) {
            Files.move(making, path, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Path packed = making.resolve("package.zip");
        try (ZipOutputStream out = new ZipOutputStream(
                Files.newOutputStream(packed, StandardOpenOption.CREATE_NEW), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, Path> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                Files.copy(file.getValue(), out);
                out.closeEntry();
            }
        }
        Files.move(packed, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(folder)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path one : all) {
                Files.delete(one);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(making);
    }
}

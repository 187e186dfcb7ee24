package org.pressmark.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.pressmark.model.Finding;
import org.pressmark.model.WaczStep;

/** The WARC files in a WACZ file. */
public final class WaczReader implements Closeable {
    private static final int LONGEST_NAME = 255;

    private final WaczZip zip;
    private final WaczPackage said;
    private final String name;

    private WaczReader(WaczZip zip, WaczPackage said, String name) {
        this.zip = zip;
        this.said = said;
        this.name = name;
    }

    /** True for a ZIP file. */
    public static boolean is(Path file) throws IOException {
        return Files.isRegularFile(file) && WaczZip.looksLike(file);
    }

    /**
     * Opens a file.
     *
     * @throws NotAnArchiveException where it is no ZIP file, or none that may be opened, or holds no WARC file
     */
    public static WaczReader open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        WaczZip zip = WaczZip.open(file);
        WaczReader reader = new WaczReader(zip, WaczPackage.read(zip), name);
        if (reader.files().isEmpty()) {
            zip.close();
            throw new NotAnArchiveException(name, "a ZIP file without archive/*.warc.gz in it", FileKind.remedy());
        }
        return reader;
    }

    /** The paths of its WARC files. */
    public List<String> files() {
        return zip.names().stream()
                .filter(path -> path.startsWith("archive/") && WarcName.isArchiveFile(path))
                .toList();
    }

    /** The last part of a path in it; the end of one that is longer than files' names may be. */
    public static String fileName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        boolean fits = name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME;
        return fits ? name : name.substring(Math.max(0, name.length() - LONGEST_NAME / 4));
    }

    /** Tells what is wrong with the package besides the bytes of its files. */
    public void tell(Consumer<Finding> findings) throws IOException {
        said.losses().forEach(words -> findings.accept(finding(Finding.Level.WARNING, "wacz-package", words)));
        said.troubles()
                .forEach(words -> findings.accept(
                        finding(Finding.Level.NOTE, "wacz-package", words + "; nothing is lost by that")));
        for (WaczStep step : WaczSignature.check(zip)) {
            if (step.verdict() == WaczStep.Verdict.FAILED) {
                findings.accept(finding(Finding.Level.WARNING, "wacz-signature", step.name() + ": " + step.words()));
            }
        }
    }

    /** Copies one of the files out, and tells where its bytes are not those that the package states. */
    public void copy(String path, Path to, Consumer<Finding> findings) throws IOException {
        try (OutputStream out = Files.newOutputStream(to)) {
            WaczZip.Copied copied = zip.copy(path, out);
            said.differs(path, copied.sha256())
                    .ifPresent(words -> findings.accept(finding(Finding.Level.DAMAGE, "wacz-hash-differs", words)));
        }
    }

    private Finding finding(Finding.Level level, String code, String words) {
        return new Finding(level, code, name, -1, words);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

package org.pressmark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.config.SourcesFile;
import org.pressmark.model.Source;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the commands that follow sources. */
final class CrawlOptions {
    @Mixin
    private final FetchOptions fetching = new FetchOptions();

    @Option(
            names = "--sources",
            paramLabel = "FILE",
            description = "The list of sources (default: config/sources.yaml beside the program).")
    @Nullable
    private Path sources;

    @Option(
            names = "--connections",
            paramLabel = "N",
            description = "Requests at once to a host that --allow-address or --connect-to names (default: 1).")
    @Nullable
    private Integer connections;

    @Option(names = "--no-extract", description = "Store the pages only; 'pressmark reextract' reads their articles.")
    private boolean noExtract;

    /** What the flags that were given set. */
    void flags(Map<Setting, Settings.Value> values) {
        fetching.flags(values);
        CommonOptions.put(
                values,
                Setting.FETCH_CONNECTIONS,
                connections == null ? null : connections.toString(),
                "--connections");
        CommonOptions.put(values, Setting.CAPTURE_EXTRACT, noExtract ? "false" : null, "--no-extract");
    }

    /** Where the list of sources is, or would be. */
    static Path file(@Nullable Path named) {
        return named != null ? named : Path.of(System.getProperty("pressmark.home", "."), "config", "sources.yaml");
    }

    Path file() {
        return file(sources);
    }

    List<Source> read() throws IOException {
        return read(file());
    }

    static List<Source> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(
                    file.toString(),
                    null,
                    "no list of sources; copy config/sources.example.yaml there, or: pressmark sources add NAME --feed URL");
        }
        return SourcesFile.read(file);
    }
}

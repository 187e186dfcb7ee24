package org.pressmark.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pressmark.config.SettingException;
import org.pressmark.config.SourcesEdit;
import org.pressmark.config.SourcesFile;
import org.pressmark.model.Source;

/** The list of sources, as the file has it now. */
public final class SourceList {
    private final Path file;

    /** @param file need not be there */
    public SourceList(Path file) {
        this.file = file;
    }

    /**
     * The sources.
     *
     * @throws SettingException where the file is wrong; the message names line and column
     */
    List<Source> all() throws IOException {
        return Files.exists(file) ? SourcesFile.read(file) : List.of();
    }

    Path file() {
        return file;
    }

    void pause(String name, boolean paused) throws IOException {
        new SourcesEdit(file).pause(name, paused);
    }
}

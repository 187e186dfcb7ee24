package org.pressmark.pipeline;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.pressmark.config.Setting;
import org.pressmark.config.Settings;
import org.pressmark.model.Finding;

/** Opens and closes the house. */
public final class Pipeline implements Closeable {
    private final Settings settings;

    private Pipeline(Settings settings) {
        this.settings = settings;
    }

    /** Opens the archive that the settings name. */
    public static Pipeline open(Settings settings, String version, Consumer<Finding> notices) {
        return new Pipeline(settings);
    }

    /** The archive's folder. */
    public Path folder() {
        return Path.of(settings.text(Setting.ARCHIVE_DIR));
    }

    @Override
    public void close() {}
}

package org.pressmark.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FrontierTest extends FrontierContract {
    @TempDir
    Path folder;

    private int count;

    @Override
    StoreLocation location() {
        return StoreLocation.ofArchive(folder.resolve("archive-" + count++));
    }
}

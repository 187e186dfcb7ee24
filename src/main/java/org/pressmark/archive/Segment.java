package org.pressmark.archive;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that is written now, or will be with the next append. Records are rendered for it, since they name its warcinfo
 * record and since a certificate is written out once in it.
 */
final class Segment {
    private final String warcinfoId;
    private final Set<String> certificates = ConcurrentHashMap.newKeySet();
    private @Nullable WarcFile file;

    Segment(String warcinfoId) {
        this.warcinfoId = warcinfoId;
    }

    String warcinfoId() {
        return warcinfoId;
    }

    /** True for the first time that this host shows this certificate in this file. */
    boolean firstTime(String host, String certificate) {
        return certificates.add(host + " " + certificate);
    }

    /** The file, once something was appended. Guarded by the writer's lock. */
    @Nullable
    WarcFile file() {
        return file;
    }

    void begin(WarcFile begun) {
        file = begun;
    }
}

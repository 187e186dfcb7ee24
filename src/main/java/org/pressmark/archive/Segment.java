package org.pressmark.archive;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The file that is written now, or will be with the next append. Records are rendered for it, since they name its warcinfo
 * record and since a certificate is written out once in it.
 */
final class Segment {
    private final String warcinfoId;
    private final Map<String, String> certificates = new ConcurrentHashMap<>();
    private @Nullable WarcFile file;

    Segment(String warcinfoId) {
        this.warcinfoId = warcinfoId;
    }

    String warcinfoId() {
        return warcinfoId;
    }

    /**
     * The record that holds the certificates which a host shows in this file.
     *
     * @param chain names host and certificates
     * @param id of the record, should this be the first time
     * @return the id given here for whoever must write the record, another's id for everyone else
     */
    String certificateRecord(String chain, String id) {
        String first = certificates.putIfAbsent(chain, id);
        return first == null ? id : first;
    }

    /** Takes that back: the record was not written after all. */
    void forgetCertificate(String id) {
        certificates.values().remove(id);
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

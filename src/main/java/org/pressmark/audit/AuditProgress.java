package org.pressmark.audit;

/** Told now and then how far the check is. */
@FunctionalInterface
public interface AuditProgress {
    /** Tells nobody. */
    AuditProgress SILENT = (file, done, total) -> {};

    /**
     * The check got so far.
     *
     * @param file the name of the file that is being read
     * @param done stored bytes read so far, of all files
     * @param total stored bytes of all files
     */
    void at(String file, long done, long total);
}

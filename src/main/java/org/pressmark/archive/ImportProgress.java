package org.pressmark.archive;

/** Hears how far an import is; there may be several goings through one file. */
public interface ImportProgress {
    /**
     * So far.
     *
     * @param doing what is being done, e.g. {@code copying}
     * @param done of {@code total} bytes
     */
    void at(String doing, long done, long total);
}

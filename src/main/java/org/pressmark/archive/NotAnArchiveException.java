package org.pressmark.archive;

import java.io.IOException;

/** A file is no WARC or ARC file that can be read; says what it is instead. */
public final class NotAnArchiveException extends IOException {
    private final String found;

    public NotAnArchiveException(String file, String found, String remedy) {
        super(file + ": expected a WARC or ARC file (plain or gzip), found " + found + ". " + remedy);
        this.found = found;
    }

    /** What the file is, e.g. {@code a ZIP file (perhaps a WACZ)}. */
    public String found() {
        return found;
    }
}

package org.pressmark.archive;

import java.io.IOException;

/** A stored record is not what it should be. Carries where it lies, what was expected and what was found. */
public final class DamagedRecordException extends IOException {
    private final String file;
    private final long offset;
    private final String expected;
    private final String found;

    /**
     * @param file the file's name
     * @param offset where the record begins, in bytes as stored
     */
    public DamagedRecordException(String file, long offset, String expected, String found) {
        super(file + ", offset " + offset + ": expected " + expected + ", found " + found
                + ". The record is damaged; restore the file from a backup or capture the page again.");
        this.file = file;
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    public String file() {
        return file;
    }

    public long offset() {
        return offset;
    }

    /** What was expected and what was found, for those who name the place themselves. */
    String words() {
        return "expected " + expected + ", found " + found;
    }

    public String expected() {
        return expected;
    }

    public String found() {
        return found;
    }
}

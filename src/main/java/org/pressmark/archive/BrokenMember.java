package org.pressmark.archive;

import java.io.IOException;

/** The packed bytes cannot be unpacked. Inside this room only: it becomes a finding or a damaged record. */
final class BrokenMember extends IOException {
    private final String expected;
    private final String found;

    BrokenMember(String expected, String found) {
        super("expected " + expected + ", found " + found);
        this.expected = expected;
        this.found = found;
    }

    String expected() {
        return expected;
    }

    String found() {
        return found;
    }
}

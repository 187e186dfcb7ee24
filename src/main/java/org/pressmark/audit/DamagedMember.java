package org.pressmark.audit;

/** A gzip member that does not inflate to what was written. */
final class DamagedMember extends Exception {
    private final boolean truncated;

    /** @param truncated true where the file ends within the member */
    DamagedMember(boolean truncated, String message) {
        super(message);
        this.truncated = truncated;
    }

    boolean truncated() {
        return truncated;
    }

    String said() {
        return String.valueOf(getMessage());
    }
}

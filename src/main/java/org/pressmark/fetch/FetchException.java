package org.pressmark.fetch;

import org.jspecify.annotations.Nullable;

/** A trouble of the settings or of this machine, never of the server asked: a bad setting, a full disk. */
public final class FetchException extends RuntimeException {
    private final boolean ofSettings;

    private FetchException(boolean ofSettings, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.ofSettings = ofSettings;
    }

    /** An option or setting that cannot be understood, or a file that it names. */
    static FetchException ofSettings(String message) {
        return new FetchException(true, message, null);
    }

    static FetchException ofSettings(String message, Throwable cause) {
        return new FetchException(true, message, cause);
    }

    static FetchException ofMachine(String message, Throwable cause) {
        return new FetchException(false, message, cause);
    }

    /** True where other settings mend it, false where the machine is at fault: a full disk, a Java without TLS. */
    public boolean ofSettings() {
        return ofSettings;
    }
}

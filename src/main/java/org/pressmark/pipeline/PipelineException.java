package org.pressmark.pipeline;

import java.util.Objects;
import org.pressmark.fetch.FetchException;
import org.pressmark.store.StoreException;

/** A trouble that the user can do something about; the message names the input, the place and the remedy. */
public final class PipelineException extends RuntimeException {

    /** What kind of trouble, for the exit code. */
    public enum Trouble {
        /** The user's input cannot be used. */
        INPUT,
        /** A setting, or an option that stands for one, cannot be used. */
        SETTING,
        /** The archive does not hold what was asked for. */
        NOT_FOUND,
        /** A stored record or file is damaged. */
        DAMAGED,
        /** The archive or its index cannot be read or written. */
        STORAGE,
        /** The archive can be read, and this user cannot write to it. */
        READ_ONLY
    }

    private final Trouble trouble;

    public PipelineException(Trouble trouble, String message) {
        super(message);
        this.trouble = Objects.requireNonNull(trouble);
    }

    public PipelineException(Trouble trouble, String message, Throwable cause) {
        super(message, cause);
        this.trouble = Objects.requireNonNull(trouble);
    }

    public Trouble trouble() {
        return trouble;
    }

    /**
     * What came out of a verb as people are told of it: an index or a fetcher that fails, its disk being full or gone, is a
     * trouble of storage; a fetcher that cannot understand what it was told is one of the settings.
     */
    public static Exception told(Exception e) {
        if (e instanceof StoreException index && index.ofStorage()) {
            return new PipelineException(Trouble.STORAGE, index.getMessage(), index);
        }
        if (e instanceof FetchException fetch) {
            return new PipelineException(
                    fetch.ofSettings() ? Trouble.SETTING : Trouble.STORAGE, String.valueOf(fetch.getMessage()), fetch);
        }
        return e;
    }
}

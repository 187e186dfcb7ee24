package org.pressmark.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The index cannot do what was asked. The message names the database and, where there is one, the remedy. */
public final class StoreException extends RuntimeException {
    private static final Set<String> WORTH_A_REPEAT =
            Set.of("40001", "40P01", "23503", "23505", "90131", "90112", "HYT00", "55P03");
    private static final Set<String> CONNECTION_LOST =
            Set.of("90067", "90098", "90121", "90108", "57P01", "57P02", "57P03");

    StoreException(String message) {
        super(message);
    }

    StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** True where another transaction was in the way and the same work may well succeed when done again. */
    boolean worthARepeat() {
        return WORTH_A_REPEAT.contains(state());
    }

    /** True where the connection broke: the process that had the database open may be gone. */
    boolean connectionLost() {
        return CONNECTION_LOST.contains(state()) || state().startsWith("08");
    }

    /**
     * True where the database itself fails: its disk is full, it is gone. False where it refuses what it was given (SQL classes 22
     * and 23) or others were in the way, which may be otherwise with the next.
     */
    public boolean ofStorage() {
        return getCause() instanceof SQLException
                && !worthARepeat()
                && !state().startsWith("22")
                && !state().startsWith("23");
    }

    private String state() {
        if (getCause() instanceof SQLException cause && cause.getSQLState() != null) {
            return cause.getSQLState();
        }
        return "";
    }
}

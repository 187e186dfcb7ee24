package org.pressmark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What H2 throws when its file contradicts itself, as it wraps it up, and what a user is told. */
final class DamagedIndexTest {
    private static final String LOCK = "Timeout trying to lock table";

    @ParameterizedTest
    @ValueSource(ints = {ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX, ErrorCode.FILE_CORRUPTED_1})
    void aDamagedIndexIsToldFromALockAndNamesRebuild(int code) {
        DbException damage = DbException.get(code, "CAPTURE_PAGE: 17");
        SQLException thrown =
                DbException.get(ErrorCode.LOCK_TIMEOUT_1, damage, "CAPTURE").getSQLException();
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(LOCK), thrown.getMessage());
        String told = Sql.failed("SELECT * FROM capture", thrown).getMessage();
        assertTrue(told.contains("'pressmark rebuild'"), told);
    }

    @Test
    void aLockThatWasWaitedForIsNoDamage() {
        SQLException thrown =
                DbException.get(ErrorCode.LOCK_TIMEOUT_1, "CAPTURE").getSQLException();
        String told = Sql.failed("SELECT  *\nFROM capture", thrown).getMessage();
        assertEquals("the index refused 'SELECT * FROM capture': " + thrown.getMessage(), told);
    }
}

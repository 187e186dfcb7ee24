package org.pressmark.ledger;

import java.io.IOException;

/** The log cannot be gone on with: it does not agree with what was signed. */
public final class LedgerException extends IOException {
    LedgerException(String message) {
        super(message);
    }
}

package org.pressmark.archive;

import java.io.IOException;

/** The index in a WACZ file cannot be used, or is not true of the file; everything in it can still be read without. */
public final class IndexUnusableException extends IOException {
    private static final long serialVersionUID = 1L;

    IndexUnusableException(String what) {
        super(what);
    }
}

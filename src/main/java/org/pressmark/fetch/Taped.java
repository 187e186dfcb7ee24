package org.pressmark.fetch;

import java.util.Optional;

/** A socket that may have a tape. */
interface Taped {
    /** Empty below TLS, where there is nothing to read. */
    Optional<Tape> tape();
}

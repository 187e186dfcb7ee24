package org.pressmark.audit;

import java.util.Map;

/**
 * A record as it was read.
 *
 * @param end how it ended
 * @param id its record id, empty text where it has none
 * @param type its WARC-Type in lower case
 * @param payload digests of its payload by algorithm; empty where none was computed
 * @param otherPayload the same by the other reading of a body that its head calls chunked
 */
record Seen(End end, String id, String type, Map<String, byte[]> payload, Map<String, byte[]> otherPayload) {

    /** How a record ended. */
    enum End {
        /** Where its length says, with what must stand behind it. */
        WHOLE,
        /** What stands here is no record. */
        NOT_A_RECORD,
        /** Its length is missing. */
        NO_LENGTH,
        /** The bytes end before its length does. */
        SHORT,
        /** At its length stands something else than a record's end. */
        OVERRUN
    }

    static Seen nothing(End end) {
        return new Seen(end, "", "", Map.of(), Map.of());
    }
}

package org.pressmark.audit;

import java.io.IOException;

/** Reads one record of one format and checks what can be checked of it alone. */
interface RecordReader {
    /**
     * Reads the record that comes next, as far as it can be followed.
     *
     * @param offset where it begins in the file, for the findings
     */
    Seen read(RecordBytes in, long offset) throws IOException, DamagedMember;

    /**
     * Goes past line ends that stand where a record should begin.
     *
     * @return how many bytes they were
     */
    int passOver(RecordBytes in, long offset) throws IOException, DamagedMember;

    /** The id of the record that {@link #read} is at or was at last; empty text where none is known. */
    String current();

    /** Bytes by which the next record is found again after damage in a plain file; empty where nothing marks one. */
    byte[] mark();

    /** How many of the mark's bytes belong to the record before. */
    int markLead();

    /** Called once, when the file is through. */
    void finish();
}

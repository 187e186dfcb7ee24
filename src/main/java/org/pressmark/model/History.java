package org.pressmark.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What another archive has of an address, and what of it was fetched.
 *
 * @param url the original's address
 * @param archive whose it is, e.g. {@code web.archive.org}
 * @param list the address of the list that was read
 * @param form what kind of list that is, e.g. {@code TimeMap}, {@code CDX}
 * @param listed how many captures it names
 * @param kept those that were chosen, in order of their dates
 * @param left how many of those chosen were left for the next time, by the limit or because the archive had enough
 * @param notes what a person should know, each a sentence
 */
public record History(
        String url,
        String archive,
        String list,
        String form,
        int listed,
        List<Memento> kept,
        int left,
        List<String> notes) {

    /** What became of one capture. */
    public enum State {
        /** Only listed: nothing more was asked for. */
        LISTED,
        /** It was fetched at an earlier time. */
        KNOWN,
        STORED,
        FAILED
    }

    /**
     * One capture of the other archive.
     *
     * @param date when that archive captured it
     * @param address where it was asked for, empty text where it was not
     * @param status the archived status, 0 where nobody says
     * @param digest of the payload as the list states it
     * @param detail one sentence for people, e.g. that the payload is not what the list says; empty text for none
     * @param recordId the record that holds it now
     */
    public record Memento(
            Instant date,
            String address,
            int status,
            String mediaType,
            Optional<String> digest,
            State state,
            String detail,
            Optional<String> recordId) {
        public Memento {
            Objects.requireNonNull(date);
            Objects.requireNonNull(state);
        }
    }

    public History {
        kept = List.copyOf(kept);
        notes = List.copyOf(notes);
    }

    /** How many captures ended so. */
    public long count(State state) {
        return kept.stream().filter(memento -> memento.state() == state).count();
    }
}

package org.pressmark.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What the index knows of one stored capture: its main record (a response, a revisit or a resource) and where it lies.
 *
 * @param recordId the WARC-Record-ID of the main record without its angle brackets, e.g. {@code urn:uuid:…}; names the
 *     capture everywhere and is the same after a rebuild
 * @param url the WARC-Target-URI as written, e.g. {@code http://copies.example/a?b=1}
 * @param key the address's SURT key, by which captures of one page are found
 * @param date the WARC-Date
 * @param kind the type of the main record
 * @param role what the capture was made for
 * @param status the HTTP status, 0 for a resource
 * @param mediaType the lower-case media type without parameters, e.g. {@code text/html}; empty text where none was sent
 * @param payload SHA-256 of the payload: of the entity body, or of a resource's block; for a revisit that of the original
 * @param payloadLength length of the payload in bytes
 * @param location where the main record lies
 * @param refersTo the capture whose payload it repeats: for a revisit one of this archive's, for a memento the other
 *     archive's, named by the address under which that one gives it
 * @param redirect for a redirect, the absolute address that it names
 * @param page the record id of the page capture in whose course this one was made: of itself for a page; of the page for
 *     a requisite or a redirect on the way to it
 * @param truncated why the stored body is incomplete, where it is
 */
public record Capture(
        String recordId,
        String url,
        UrlKey key,
        Instant date,
        Kind kind,
        Role role,
        int status,
        String mediaType,
        Digest payload,
        long payloadLength,
        RecordLocation location,
        Optional<Original> refersTo,
        Optional<String> redirect,
        Optional<String> page,
        Optional<Truncation> truncated) {

    /** The type of the main record. */
    public enum Kind {
        RESPONSE,
        /** Same payload as an earlier capture (WARC 1.1 §6.7.2, identical-payload-digest). */
        REVISIT_IDENTICAL,
        /** The server answered 304 (WARC 1.1 §6.7.3, server-not-modified). */
        REVISIT_NOT_MODIFIED,
        /** A document given by a person, under an address and a date that the person states. */
        RESOURCE,
        /** A response that another archive saw and kept, got from there; {@link #witness()} is that archive. */
        MEMENTO
    }

    /** What a capture was made for, or turned out to be. */
    public enum Role {
        /** Asked for by the user, or imported. */
        PAGE,
        /** Asked for as a page; what came was a bot check, a login, a consent or rate-limit page or an empty shell. */
        WALL,
        /** A redirect on the way to a page. */
        REDIRECT,
        /** A picture, style sheet, font or script that a page needs. */
        REQUISITE,
        /** A robots.txt, as fetched. */
        ROBOTS
    }

    /** The capture that a revisit repeats: WARC-Refers-To-Target-URI, -Date and, where given, WARC-Refers-To. */
    public record Original(String url, Instant date, Optional<String> recordId) {}

    public Capture {
        Objects.requireNonNull(recordId);
        Objects.requireNonNull(url);
        Objects.requireNonNull(key);
        Objects.requireNonNull(date);
        Objects.requireNonNull(payload);
        Objects.requireNonNull(location);
        if (kind != Kind.RESPONSE && kind != Kind.RESOURCE && refersTo.isEmpty()) {
            throw new IllegalArgumentException("expected a revisit to name its original: " + recordId);
        }
    }

    /**
     * Who saw it, where it was not this archive: the host of the archive that kept it, e.g. {@code web.archive.org}.
     */
    public Optional<String> witness() {
        return kind == Kind.MEMENTO
                ? refersTo.map(Original::url).map(memento -> memento.replaceFirst("^[a-z]+://([^/?#]*).*", "$1"))
                : Optional.empty();
    }

    /** The same, made for or turned out to be something else. */
    public Capture as(Role other) {
        return with(other, truncated);
    }

    /** The same, its body cut short for this reason: it is that of a capture that was. */
    public Capture cutShort(Truncation reason) {
        return with(role, Optional.of(reason));
    }

    private Capture with(Role other, Optional<Truncation> cut) {
        return new Capture(
                recordId,
                url,
                key,
                date,
                kind,
                other,
                status,
                mediaType,
                payload,
                payloadLength,
                location,
                refersTo,
                redirect,
                page,
                cut);
    }

    /** True where the stored record is a revisit. */
    public boolean revisit() {
        return kind == Kind.REVISIT_IDENTICAL || kind == Kind.REVISIT_NOT_MODIFIED;
    }
}

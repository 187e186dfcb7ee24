package org.pressmark.notify;

import java.util.Objects;

/**
 * A message as it leaves the house.
 *
 * @param id the same whenever it is sent again, so that whoever gets it twice can tell
 * @param subject one line
 * @param text for people, lines of any length
 */
public record Message(String id, String subject, String text) {
    public Message {
        Objects.requireNonNull(id);
        Objects.requireNonNull(text);
        // A line break in a header would begin another header (RFC 5322 §2.2).
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}

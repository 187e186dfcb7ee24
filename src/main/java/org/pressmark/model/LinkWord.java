package org.pressmark.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a person said of a link between two texts. The last word on a link counts; the earlier ones stay.
 *
 * @param recordId the WARC-Record-ID of the metadata record that keeps it
 * @param child the address of the page that is said to come from the other, or not to
 * @param parent the address of the other page, stored or not; or the canonical name of an agency
 * @param note why, in the person's words; may be empty
 * @param by who said it, as the system knew that person; may be empty
 */
public record LinkWord(String recordId, Instant at, Word word, String child, String parent, String note, String by) {

    /** What was said. */
    public enum Word {
        /** A link that was concluded is right. */
        CONFIRM,
        /** A link that was concluded is wrong. */
        REJECT,
        /** There is a link that was not concluded. */
        ADD;

        /** The word in files, e.g. {@code confirm}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The word of a file, if it is one. */
        public static Optional<Word> of(String text) {
            for (Word word : values()) {
                if (word.word().equals(text)) {
                    return Optional.of(word);
                }
            }
            return Optional.empty();
        }
    }

    public LinkWord {
        Objects.requireNonNull(at);
        Objects.requireNonNull(word);
        if (recordId.isEmpty() || child.isEmpty() || parent.isEmpty()) {
            throw new IllegalArgumentException(
                    "expected a record, a child and a parent, found: " + recordId + ", " + child + ", " + parent);
        }
    }

    /** The key of the parent's page; empty for an agency. */
    public Optional<UrlKey> parentPage() {
        return parent.matches("(?i)https?://.+") ? Optional.of(UrlKey.of(parent)) : Optional.empty();
    }
}

package org.pressmark.pipeline;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Which captures of an address may answer, beside the time that stands with the address.
 *
 * @param before only captures made before this time begins, e.g. {@code 2024-03}; alone it asks for the last of them
 * @param after only captures made after this time has ended; alone it asks for the first of them
 * @param exact only captures made in the time asked for, of the address asked for: none that is merely near
 * @param within only captures at most so far from the time asked for
 */
public record Selection(Optional<String> before, Optional<String> after, boolean exact, Optional<Duration> within) {
    /** Whatever there is. */
    public static final Selection ANY = new Selection(Optional.empty(), Optional.empty(), false, Optional.empty());

    public Selection {
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
        within.filter(Duration::isNegative).ifPresent(negative -> {
            throw new IllegalArgumentException("expected a time of 0 or more, found: " + negative);
        });
    }
}

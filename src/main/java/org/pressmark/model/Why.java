package org.pressmark.model;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of an address that was captured, or was not.
 *
 * @param captures how many captures of it there are
 * @param last the last of them
 * @param queued its row in the frontier, where a crawl has met it
 * @param attempts refused and failed attempts, the last first
 * @param verdicts what the scope of each source says of it
 */
public record Why(
        String url,
        int captures,
        Optional<Capture> last,
        Optional<Queued> queued,
        List<Attempt> attempts,
        List<Verdict> verdicts) {

    /** An attempt that gave nothing to store. */
    public record Attempt(Instant date, String outcome, String detail) {
        public Attempt {
            Objects.requireNonNull(date);
        }
    }

    /**
     * One source's word.
     *
     * @param refused the rule that leaves the address out; nothing where it belongs to the source
     */
    public record Verdict(String source, Optional<String> refused, boolean paused) {}

    public Why {
        attempts = List.copyOf(attempts);
        verdicts = List.copyOf(verdicts);
    }

    /** True where nothing at all is known of it. */
    public boolean unknown() {
        return captures == 0 && queued.isEmpty() && attempts.isEmpty();
    }
}

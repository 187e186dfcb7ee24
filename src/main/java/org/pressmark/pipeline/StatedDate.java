package org.pressmark.pipeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.pressmark.pipeline.PipelineException.Trouble;

/** A date that a person states for a document. */
public final class StatedDate {
    private StatedDate() {}

    /**
     * Reads a date or a date with time; without a zone it is UTC, without a time the day's first moment.
     *
     * @param text e.g. {@code 2021-12-27}, {@code 2021-12-27T14:40}, {@code 2021-12-27T14:40:00+03:00}
     */
    public static Instant parse(String text) {
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new PipelineException(
                    Trouble.INPUT,
                    "--date " + text + ": expected a date such as 2021-12-27 or 2021-12-27T14:40:00Z",
                    e);
        }
    }
}

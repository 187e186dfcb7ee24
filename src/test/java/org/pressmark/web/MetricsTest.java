package org.pressmark.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.CrawlState;
import org.pressmark.model.CrawlState.Queue;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void tellsCountersQueuesRefusalsAndPausesWithLabelsEscaped() {
        Queue quiet = new Queue("a\"b\\c\n", 10, 9, 3, 1, 40, 2, 1, Optional.of(NOW.plusSeconds(90)));
        Queue other = new Queue("b.example", 1, 1, 0, 0, 0, 0, 0, Optional.empty());
        String text = Metrics.text(new CrawlState(
                NOW, 5, 1000, 4, 3, Map.of("refused robots", 7L), List.of(quiet), List.of(quiet, other)));
        assertTrue(text.contains("\npressmark_captures 5\n"), text);
        assertTrue(text.contains("pressmark_attempts_total{outcome=\"refused\",reason=\"robots\"} 7\n"), text);
        assertTrue(text.contains("pressmark_host_due{host=\"a\\\"b\\\\c\\n\"} 3\n"), text);
        assertTrue(text.contains("pressmark_host_backoff_seconds{host=\"a\\\"b\\\\c\\n\"} 90\n"), text);
        assertTrue(
                text.lines()
                        .allMatch(line -> line.startsWith("# ")
                                || line.matches("pressmark_\\S+ [0-9]+")
                                || line.matches("pressmark_.*} [0-9]+")),
                text);
    }
}

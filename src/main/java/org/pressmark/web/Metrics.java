package org.pressmark.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.pressmark.model.CrawlState;
import org.pressmark.model.CrawlState.Queue;

/** How the archive and its crawls stand, for a monitor: Prometheus' text format 0.0.4. */
final class Metrics {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder out = new StringBuilder();

    private Metrics() {}

    static String text(CrawlState state) {
        Metrics metrics = new Metrics();
        metrics.one("captures", "Records stored: pages, their parts, redirects, robots.txt files.", state.captures());
        metrics.one("warc_bytes", "Bytes of the WARC files that are indexed.", state.bytes());
        metrics.one("pages", "Addresses that were captured as pages.", state.pages());
        metrics.one("versions", "Distinct texts of those pages, in the order of time.", state.versions());
        metrics.attempts(state.attempts());
        metrics.queues("source", "source", state.sources());
        metrics.queues("host", "host", state.hosts());
        metrics.quiet(state.hosts(), state.at());
        return metrics.out.toString();
    }

    private void one(String name, String help, long value) {
        head(name, "gauge", help);
        out.append("pressmark_").append(name).append(' ').append(value).append('\n');
    }

    private void attempts(Map<String, Long> attempts) {
        head(
                "attempts_total",
                "counter",
                "Addresses that were refused or failed, by reason; nothing was stored of them.");
        attempts.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            int space = entry.getKey().indexOf(' ');
            out.append("pressmark_attempts_total{outcome=\"")
                    .append(label(entry.getKey().substring(0, space)))
                    .append("\",reason=\"")
                    .append(label(entry.getKey().substring(space + 1)))
                    .append("\"} ")
                    .append(entry.getValue())
                    .append('\n');
        });
    }

    private void queues(String prefix, String label, List<Queue> queues) {
        each(prefix + "_known", "gauge", "Addresses known.", label, queues, Queue::known);
        each(prefix + "_waiting", "gauge", "Addresses to be visited at some time.", label, queues, Queue::waiting);
        each(prefix + "_due", "gauge", "Addresses whose time has come.", label, queues, Queue::due);
        each(prefix + "_taken", "gauge", "Addresses that are being visited.", label, queues, Queue::taken);
        each(prefix + "_visits_total", "counter", "Visits that counted.", label, queues, Queue::visits);
        each(prefix + "_edits_total", "counter", "Edits seen.", label, queues, Queue::edits);
        each(prefix + "_troubles", "gauge", "Addresses whose last visit gave no page.", label, queues, Queue::troubles);
    }

    private void quiet(List<Queue> hosts, Instant now) {
        each(
                "host_backoff_seconds",
                "gauge",
                "How much longer a host is let alone, by its own word.",
                "host",
                hosts.stream().filter(host -> host.quietUntil().isPresent()).toList(),
                host -> host.quietUntil()
                        .map(until -> Math.max(0, Duration.between(now, until).toSeconds()))
                        .orElse(0L));
    }

    private void each(
            String name, String type, String help, String label, List<Queue> queues, ToLongFunction<Queue> value) {
        head(name, type, help);
        for (Queue queue : queues) {
            out.append("pressmark_")
                    .append(name)
                    .append('{')
                    .append(label)
                    .append("=\"")
                    .append(label(queue.name()))
                    .append("\"} ")
                    .append(value.applyAsLong(queue))
                    .append('\n');
        }
    }

    private void head(String name, String type, String help) {
        out.append("# HELP pressmark_").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE pressmark_").append(name).append(' ').append(type).append('\n');
    }

    private static String label(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}

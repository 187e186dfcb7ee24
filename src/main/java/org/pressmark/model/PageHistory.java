package org.pressmark.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A page's texts in the order of time, each step set against the one before.
 *
 * @param url as last captured
 * @param captures the page's captures, oldest first
 * @param versionOf for each capture the number of its version, 0 where it holds no article
 * @param versions runs of captures with one text; a text that comes back has a run of its own again
 * @param steps from each version to the next
 */
public record PageHistory(
        String url, List<Capture> captures, List<Integer> versionOf, List<Version> versions, List<Step> steps) {

    /**
     * From one text to the next.
     *
     * @param from the earlier version; the text changed after its last capture
     * @param to the later one; the text had changed by its first capture
     */
    public record Step(Version from, Version to, Comparison comparison) {
        public Step {
            Objects.requireNonNull(from);
            Objects.requireNonNull(to);
            Objects.requireNonNull(comparison);
        }

        /** The severity of its gravest change that was seen, {@code NONE} where only presentation differs. */
        public Severity severity() {
            return comparison.seen().stream()
                    .map(Change::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.NONE);
        }

        /** Whether the page says nothing of the change, though it has weight. */
        public boolean silent() {
            return comparison.verdicts().contains(Comparison.Verdict.SILENT_EDIT);
        }
    }

    /** A headline and when it was seen. */
    public record Headline(String text, Instant firstSeen, Instant lastSeen, int captures) {}

    public PageHistory {
        captures = List.copyOf(captures);
        versionOf = List.copyOf(versionOf);
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    /** How many texts there are, one that came back counted once. */
    public int distinctTexts() {
        return (int) versions.stream().map(Version::textDigest).distinct().count();
    }

    /** Steps that the page is silent about. */
    public List<Step> silentEdits() {
        return steps.stream().filter(Step::silent).toList();
    }

    /** The headlines in the order of time; versions that share one are run together. */
    public List<Headline> headlines() {
        return headlines(versions);
    }

    /** The headlines of texts in the order of time. */
    public static List<Headline> headlines(List<Version> versions) {
        List<Headline> out = new ArrayList<>();
        for (Version version : versions) {
            Headline last = out.isEmpty() ? null : out.get(out.size() - 1);
            boolean goesOn = last != null && last.text().equals(version.headline());
            if (last != null && goesOn) {
                out.set(
                        out.size() - 1,
                        new Headline(
                                last.text(),
                                last.firstSeen(),
                                version.lastSeen(),
                                last.captures() + version.captures()));
            } else {
                out.add(new Headline(version.headline(), version.firstSeen(), version.lastSeen(), version.captures()));
            }
        }
        return out;
    }
}

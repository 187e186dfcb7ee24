package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pressmark.config.Setting;
import org.pressmark.model.Capture;
import org.pressmark.model.CaptureResult.Outcome;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;
import org.pressmark.model.Version;

/** One sentence on what a capture brought: what the server said, or what differs from the version before. */
final class CaptureDetail {
    private final Pipeline house;

    CaptureDetail(Pipeline house) {
        this.house = house;
    }

    /** Empty text where outcome and version say all there is to say. */
    String words(Outcome outcome, KeepExchange.Kept kept) {
        Capture page = kept.capture();
        String cut = page.truncated()
                .map(why -> "the body was cut (" + why.word() + ")")
                .orElse("");
        String said = said(outcome, kept);
        return said.isEmpty() || cut.isEmpty() ? said + cut : said + "; " + cut;
    }

    private String said(Outcome outcome, KeepExchange.Kept kept) {
        Capture page = kept.capture();
        String earlier =
                page.refersTo().map(original -> original.date().toString()).orElse("an earlier day");
        if (page.role() == Capture.Role.WALL && kept.wall().isPresent()) {
            return "not the page but a wall, " + kept.wall().get().words();
        }
        if (page.kind() == Capture.Kind.REVISIT_NOT_MODIFIED) {
            return "the server says it was not modified since " + earlier;
        }
        if (page.revisit()) {
            return "the same bytes as on " + earlier;
        }
        if (page.status() < 200 || page.status() >= 300) {
            return "HTTP " + kept.status();
        }
        if (!house.settings().flag(Setting.CAPTURE_EXTRACT) && Documents.readable(page)) {
            return "its article is not read yet; 'pressmark reextract' does";
        }
        if (kept.version().isEmpty()) {
            return "no article found" + (page.mediaType().isEmpty() ? "" : " (" + page.mediaType() + ")");
        }
        return switch (outcome) {
            case NEW_VERSION ->
                Guarded.call(page.url(), () -> difference(page, kept.version().get()), house.notices())
                        .orElse("");
            case SAME_TEXT -> "other bytes, the same text";
            default -> "";
        };
    }

    /** E.g. {@code differs from version 2: 1 critical, 2 notice}. */
    private String difference(Capture page, Version version) throws IOException {
        Optional<Version> before = house.store().read(tx -> tx.versions().find(version.page(), version.number() - 1));
        Optional<Capture> old =
                before.flatMap(found -> house.store().read(tx -> tx.captures().find(found.firstCapture())));
        if (before.isEmpty() || old.isEmpty()) {
            return "";
        }
        Comparison comparison = new CompareArticles(house).compare(old.get(), page);
        Map<Severity, Integer> counts = new TreeMap<>(Comparator.reverseOrder());
        comparison.changes().forEach(change -> counts.merge(change.severity(), 1, Integer::sum));
        String words = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        return "differs from version " + before.get().number() + (words.isEmpty() ? "" : ": " + words);
    }
}

package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Field;
import org.pressmark.model.Witness;
import org.pressmark.report.ComparisonPage.Copy;
import org.pressmark.report.ComparisonPage.Fact;

/** Puts a copy into a card. */
final class CopyCard {
    private CopyCard() {}

    static Copy of(Witness witness, Optional<String> replay) {
        String url =
                witness.capture().map(Capture::url).orElse(witness.article().url());
        return new Copy(
                Shown.line(witness.siglum()),
                Shown.line(witness.label()),
                Words.title(witness.article()),
                witness.article().language().replaceAll("[^A-Za-z0-9-]", ""),
                Shown.line(url),
                Optional.of(url).filter(CopyCard::web).map(Shown::line),
                witness.capturedAt().map(time -> Words.minute(time) + Words.by(witness)),
                witness.article()
                        .published()
                        .map(Field::value)
                        .map(Words::claimedTime)
                        .orElse(""),
                Words.credit(witness.article()),
                witness.capture().map(CopyCard::machinery).orElse(List.of()),
                replay);
    }

    /** Whether an address may become a link: only what a browser fetches over HTTP. */
    static boolean web(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static List<Fact> machinery(Capture capture) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("WARC record", Shown.line(capture.recordId())));
        facts.add(new Fact("Payload digest", capture.payload().toString()));
        facts.add(new Fact("Payload", Words.size(capture.payloadLength())));
        facts.add(new Fact(
                "File",
                Shown.line(capture.location().file()) + ", "
                        + Words.count(capture.location().length(), "byte") + " at "
                        + Words.number(capture.location().offset())));
        if (capture.status() > 0) {
            facts.add(new Fact("HTTP status", Integer.toString(capture.status())));
        }
        capture.truncated().ifPresent(why -> facts.add(new Fact("Incomplete", "truncated: " + why.word())));
        return facts;
    }
}

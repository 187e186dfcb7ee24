package org.pressmark.web;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.report.ChainNotes;
import org.pressmark.report.ChainPage;
import org.pressmark.report.ChainSvg;
import org.pressmark.report.ChainWords;
import org.pressmark.report.ProvJson;
import org.pressmark.report.WebPages;

/** Where a captured text comes from: the page, its picture alone, the same for programs. */
final class Chains {
    private final Hall hall;
    private final Keeper keeper;

    Chains(Hall hall, Keeper keeper) {
        this.hall = hall;
        this.keeper = keeper;
    }

    /** {@code /chain?of=…}: where a captured text comes from. */
    Answer chain(Asked asked) throws IOException {
        return traced(asked, (capture, chain) -> {
            String of = Hrefs.chain(capture.recordId());
            ChainPage page = ChainPage.of(
                    chain.chain(),
                    linked(chain.notes()),
                    Hrefs::page,
                    of.replaceFirst("/chain", "/chain.svg"),
                    of.replaceFirst("/chain", "/chain.prov.json"),
                    Hrefs.page(capture.url()),
                    keeper.knows(asked) ? Optional.of(ChainWords.of(chain.chain(), capture)) : Optional.empty());
            return Answer.page(200, WebPages.chain(page));
        });
    }

    /** The numbers in the picture lead to the comparisons that they count. */
    private static ChainNotes linked(ChainNotes notes) {
        return new ChainNotes(
                notes.sigla(),
                notes.hops().stream()
                        .map(hop -> hop.at(Hrefs.compare(hop.against(), hop.copy())))
                        .toList(),
                notes.witnesses());
    }

    /** {@code /chain.svg?of=…}: the picture alone. */
    Answer picture(Asked asked) throws IOException {
        return traced(
                asked,
                (capture, chain) -> Answer.text(
                                200, "image/svg+xml; charset=utf-8", ChainSvg.render(chain.chain(), chain.notes()))
                        .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'"));
    }

    /** {@code /chain.prov.json?of=…}: the same as PROV-JSON. */
    Answer prov(Asked asked) throws IOException {
        return traced(
                asked,
                (capture, chain) -> Answer.text(
                        200,
                        "application/json; charset=utf-8",
                        Json.pretty(ProvJson.write(chain.chain(), chain.notes()))));
    }

    /** What is made of a chain. */
    private interface Shape {
        Answer of(Capture capture, Hall.Chain chain);
    }

    private Answer traced(Asked asked, Shape shape) throws IOException {
        Optional<String> of = asked.parameter("of");
        if (of.isEmpty()) {
            return Trouble.missing("the capture whose text is to be traced (of=…)");
        }
        Optional<Capture> capture = hall.capture(of.get());
        return capture.isEmpty() ? Trouble.noCapture(of.get()) : shape.of(capture.get(), hall.trace(capture.get()));
    }
}

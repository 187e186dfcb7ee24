package org.pressmark.web;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.model.CaptureResult;
import org.pressmark.model.LinkWord;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.report.WaitingPage;
import org.pressmark.report.WebPages;

/** What people may do from the pages, once they have opened the link with the token. */
final class Actions {
    private static final long A_MOMENT = 1_500;

    private final Hall hall;
    private final Keeper keeper;

    Actions(Hall hall, Keeper keeper) {
        this.hall = hall;
        this.keeper = keeper;
    }

    /** {@code /do/…}, by POST. */
    Answer act(Asked asked) throws IOException {
        if (!asked.method().equals("POST")) {
            return Trouble.page(405, "This is a button's address", asked.path() + " only answers to its form.")
                    .with("Allow", "POST");
        }
        if (!keeper.mayAct(asked)) {
            return Trouble.page(
                    403,
                    "This needs the token",
                    "Only who has this server's token may change the archive.",
                    "Open the link that 'pressmark serve' printed when it started, then go back and try again.");
        }
        return switch (asked.path()) {
            case "/do/capture" -> capture(asked);
            case "/do/source" -> source(asked);
            case "/do/link" -> link(asked);
            default -> Trouble.noPage(asked.path());
        };
    }

    private Answer capture(Asked asked) {
        Optional<String> url = asked.field("url");
        if (url.isEmpty()) {
            return Trouble.missing("the address that is to be captured");
        }
        String address = Memento.address(url.get());
        hall.begin(address);
        return Answer.seeOther(Hrefs.capturing(address));
    }

    private Answer source(Asked asked) throws IOException {
        Optional<String> name = asked.field("name");
        Optional<String> state = asked.field("state").filter(word -> word.equals("pause") || word.equals("resume"));
        if (name.isEmpty() || state.isEmpty()) {
            return Trouble.missing("the source's name and what is to be done with it");
        }
        hall.pause(name.get(), state.get().equals("pause"));
        return Answer.seeOther("/sources");
    }

    private Answer link(Asked asked) throws IOException {
        Optional<String> of = asked.field("of");
        Optional<String> child = asked.field("child");
        Optional<String> parent = asked.field("parent");
        Optional<LinkWord.Word> word = asked.field("word").flatMap(LinkWord.Word::of);
        if (of.isEmpty() || child.isEmpty() || parent.isEmpty() || word.isEmpty()) {
            return Trouble.missing("the two texts, or what is said of them");
        }
        try {
            hall.link(child.get(), parent.get(), word.get(), asked.field("note").orElse(""));
        } catch (PipelineException e) {
            if (e.trouble() != PipelineException.Trouble.INPUT) {
                throw e;
            }
            return Trouble.page(400, "Not kept", String.valueOf(e.getMessage()), "Go back and say it anew.");
        }
        return Answer.seeOther(Hrefs.chain(of.get()));
    }

    /** {@code /capturing?url=}: how a capture goes; leads to the page when it is there. */
    Answer capturing(Asked asked) throws IOException {
        Optional<String> url = asked.parameter("url");
        if (url.isEmpty()) {
            return Trouble.missing("the address that is being captured");
        }
        Optional<CaptureResult> result = hall.await(url.get(), A_MOMENT);
        if (result.isEmpty() && hall.underWay(url.get())) {
            return Answer.page(200, WebPages.waiting(new WaitingPage(url.get())))
                    .with("Refresh", "1")
                    .with("Cache-Control", "no-store");
        }
        if (result.isPresent() && result.get().capture().isEmpty()) {
            return Trouble.page(
                    502,
                    result.get().outcome() == CaptureResult.Outcome.REFUSED ? "Not captured: refused" : "Not captured",
                    result.get().url() + ": " + result.get().detail(),
                    "Look at the address once more, or try later.");
        }
        return Answer.seeOther(Hrefs.page(result.flatMap(CaptureResult::capture)
                .map(capture -> capture.url())
                .orElse(url.get())));
    }
}

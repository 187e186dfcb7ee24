package org.pressmark.web;

import java.io.IOException;
import org.pressmark.report.SourceOrder;
import org.pressmark.report.WebPages;

/** Pages on the archive itself and on what feeds it. */
final class House {
    private final Hall hall;
    private final Keeper keeper;

    House(Hall hall, Keeper keeper) {
        this.hall = hall;
        this.keeper = keeper;
    }

    /** {@code /sources?state=&sort=&from=}. */
    Answer sources(Asked asked) throws IOException {
        boolean troubled = asked.parameter("state").filter("trouble"::equals).isPresent();
        return Answer.page(
                200,
                WebPages.sources(hall.sources(keeper.knows(asked), Hrefs::sourceFeed)
                        .part(troubled, asked.parameter("sort").flatMap(SourceOrder::of), asked.from())));
    }

    /** {@code /archive}. */
    Answer archive(Asked asked) throws IOException {
        return Answer.page(200, WebPages.archive(hall.state(asked.origin())));
    }
}

package org.pressmark.web;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.Search;
import org.pressmark.report.ResultsPage;
import org.pressmark.report.SearchPage;
import org.pressmark.report.WebPages;

/** Search by words. */
final class Results {
    private static final int PART = 20;
    /** The word index ranks no further than people look. */
    private static final int FURTHEST = 1_000;

    private final Hall hall;

    Results(Hall hall) {
        this.hall = hall;
    }

    /** {@code /search?q=&site=&from=&to=&title=&offset=}. */
    Answer search(Asked asked) throws IOException {
        String words = asked.parameter("q").orElse("");
        int offset = asked.parameter("offset")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(0);
        if (words.isEmpty() && asked.parameter("site").isEmpty()) {
            return page(asked, words, "Type what you look for.", Optional.empty(), List.of(), offset, 0);
        }
        try {
            SearchPage found = hall.search(query(asked, words, Math.min(offset, FURTHEST)));
            List<ResultsPage.Row> rows = found.hits().stream()
                    .map(hit -> ResultsPage.Row.of(hit, Hrefs::page))
                    .toList();
            return page(asked, words, ResultsPage.summary(found), Optional.empty(), rows, offset, found.pages());
        } catch (PipelineException e) {
            if (e.trouble() != PipelineException.Trouble.INPUT) {
                throw e;
            }
            return page(asked, words, "", Optional.of(String.valueOf(e.getMessage())), List.of(), offset, 0);
        }
    }

    private static Search.Query query(Asked asked, String words, int offset) {
        return new Search.Query(
                words,
                asked.parameter("title").isPresent(),
                asked.parameter("site"),
                Optional.empty(),
                asked.parameter("from"),
                asked.parameter("to"),
                words.isEmpty(),
                offset,
                PART);
    }

    private static Answer page(
            Asked asked,
            String words,
            String summary,
            Optional<String> trouble,
            List<ResultsPage.Row> rows,
            int offset,
            long all) {
        return Answer.page(
                trouble.isPresent() ? 400 : 200,
                WebPages.results(new ResultsPage(
                        words,
                        asked.parameter("site").orElse(""),
                        asked.parameter("from").orElse(""),
                        asked.parameter("to").orElse(""),
                        asked.parameter("title").isPresent(),
                        summary,
                        trouble,
                        rows,
                        offset > 0 ? Optional.of(part(asked, Math.max(0, offset - PART))) : Optional.empty(),
                        offset + PART < Math.min(all, FURTHEST)
                                ? Optional.of(part(asked, offset + PART))
                                : Optional.empty())));
    }

    private static String part(Asked asked, int offset) {
        StringBuilder out = new StringBuilder("/search?offset=" + offset);
        for (String name : List.of("q", "site", "from", "to", "title")) {
            asked.parameter(name)
                    .ifPresent(value -> out.append('&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        }
        return out.toString();
    }
}

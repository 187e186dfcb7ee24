package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.pressmark.json.Json;
import org.pressmark.model.HttpHead.Header;
import org.pressmark.pipeline.QueryIndex;

/**
 * The index for other software, asked by the parameters of pywb's CDX server, or of the Wayback Machine's at
 * {@code /cdx/search/cdx}. Lines are sent as they are found.
 */
final class Cdx {
    private final Hall hall;

    Cdx(Hall hall) {
        this.hall = hall;
    }

    /** {@code /cdx?url=…}. */
    Answer query(Asked asked) throws IOException {
        return answer(
                asked, asked.parameter("flavour").filter("wayback"::equals).isPresent());
    }

    /** {@code /cdx/search/cdx?url=…}: columns and JSON as the Wayback Machine has them. */
    Answer wayback(Asked asked) throws IOException {
        return answer(asked, true);
    }

    private Answer answer(Asked asked, boolean wayback) throws IOException {
        CdxRequest request;
        try {
            request = CdxRequest.of(asked, wayback);
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        QueryIndex index = hall.index();
        if (request.countPages()) {
            return pages(index, request, wayback);
        }
        if (request.page() > 0) {
            long pages = pages(index, request);
            if (request.page() >= pages) {
                return refused("page " + request.page() + ": the first page is 0, the last is " + (pages - 1));
            }
        }
        CdxForm form = new CdxForm(request, asked.origin());
        InputStream lines = new CdxStream(index, request, form);
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Content-Type", form.contentType()));
        headers.add(new Header("X-Content-Type-Options", "nosniff"));
        headers.add(new Header("Cache-Control", "no-cache"));
        return new Answer(200, headers, -1, lines);
    }

    private static Answer pages(QueryIndex index, CdxRequest request, boolean wayback) {
        long pages = pages(index, request);
        if (wayback) {
            return Answer.text(200, "text/plain; charset=utf-8", pages + "\n");
        }
        return Answer.text(
                200,
                "application/json",
                Json.compact(Json.object()
                                .put("pages", pages)
                                .put("pageSize", request.pageSize())
                                .put("blocks", pages))
                        + "\n");
    }

    private static long pages(QueryIndex index, CdxRequest request) {
        long captures = index.count(request.wanted());
        return (captures + request.pageSize() - 1) / request.pageSize();
    }

    private static Answer refused(String message) {
        return Answer.text(400, "application/json", Json.compact(Json.object().put("message", message)) + "\n");
    }
}

package org.pressmark.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pressmark.model.Capture;
import org.pressmark.model.CdxLine;
import org.pressmark.model.RecordLocation;
import org.pressmark.pipeline.QueryIndex;

/** The lines of an answer, found as they are read; nothing but one of them is held. */
final class CdxStream extends InputStream {
    private final QueryIndex index;
    private final CdxRequest request;
    private final CdxForm form;
    private final QueryIndex.Found found;
    private final boolean needsRecord;
    private byte[] text = new byte[0];
    private int at;
    private long looked;
    private long given;
    private @Nullable String last;
    private boolean ended;

    CdxStream(QueryIndex index, CdxRequest request, CdxForm form) throws IOException {
        this.index = index;
        this.request = request;
        this.form = form;
        this.found = index.find(request.wanted());
        this.needsRecord =
                request.filters().stream().anyMatch(filter -> filter.field().equals("digest"));
        if (request.page() > 0) {
            found.skip(request.page() * request.pageSize());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        while (at == text.length) {
            if (ended) {
                return -1;
            }
            text = more().getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        int some = Math.min(count, text.length - at);
        System.arraycopy(text, at, bytes, offset, some);
        at += some;
        return some;
    }

    private String more() throws IOException {
        while (given < request.limit() && (request.page() < 0 || looked < request.pageSize())) {
            Optional<Capture> capture = found.next();
            if (capture.isEmpty()) {
                break;
            }
            looked++;
            Optional<CdxRow> row = row(capture.get());
            if (row.isPresent()) {
                return (given++ == 0 ? form.start() : "") + form.line(row.get());
            }
        }
        ended = true;
        return form.end(given > 0);
    }

    /** The row of a capture, unless it is filtered out. The record itself is read only for what is given. */
    private Optional<CdxRow> row(Capture capture) {
        if (!needsRecord && !passes(new CdxRow(known(capture), Optional.empty(), false))) {
            return Optional.empty();
        }
        Optional<CdxRow> row = index.line(capture)
                .map(line -> new CdxRow(
                        line,
                        request.resolve() && capture.revisit() ? index.original(capture) : Optional.empty(),
                        request.resolve()))
                .filter(whole -> !needsRecord || passes(whole));
        if (row.isPresent() && request.collapse().isPresent()) {
            CdxRequest.Collapse collapse = request.collapse().get();
            String group = row.get().line().key() + " " + collapse.of(row.get().field(collapse.field()));
            if (group.equals(last)) {
                return Optional.empty();
            }
            last = group;
        }
        return row;
    }

    private boolean passes(CdxRow row) {
        return request.filters().stream().allMatch(filter -> filter.passes(row.field(filter.field())));
    }

    /** What the index itself knows. */
    private static CdxLine known(Capture capture) {
        String type = capture.mediaType().isEmpty() ? "unk" : capture.mediaType();
        boolean resource = capture.kind() == Capture.Kind.RESOURCE;
        RecordLocation place = capture.location();
        return new CdxLine(
                capture.key().surt(),
                capture.date(),
                capture.url(),
                capture.revisit() ? "warc/revisit" : type,
                capture.status() > 0 ? Integer.toString(capture.status()) : resource ? "200" : "-",
                "-",
                place,
                Optional.empty());
    }

    @Override
    public void close() throws IOException {
        found.close();
    }
}

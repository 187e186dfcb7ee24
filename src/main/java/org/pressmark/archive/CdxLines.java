package org.pressmark.archive;

import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.pressmark.model.CdxLine;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;
import org.pressmark.model.UrlKey;

/**
 * Makes index lines of records as they come by in the order of a file. A request belongs to the answer that it is linked with,
 * at most {@link #REACH} records before or behind it, so that a file can be read in stretches.
 */
final class CdxLines implements WarcScan.Listener {
    /** So far from each other stand the records of one exchange. */
    static final int REACH = 2;

    private final Stretch stretch;
    private final Consumer<CdxLine> lines;
    private final Consumer<Finding> findings;
    private boolean led;
    private boolean strayed;
    /** The last records: those that wait for what comes behind them, and those that are only looked back at. */
    private final Deque<Item> window = new ArrayDeque<>();

    private final RequestBody body = new RequestBody();

    /** @param stretch what is read; only the members that count in it give lines and findings */
    CdxLines(Stretch stretch, Consumer<CdxLine> lines, Consumer<Finding> findings) {
        this.stretch = stretch;
        this.lines = lines;
        this.findings = findings;
    }

    private record Item(ScannedRecord record, Optional<CdxLine.Request> query) {}

    @Override
    public OutputStream payloadCopy(String type) {
        return body.of(type);
    }

    @Override
    public void record(ScannedRecord record) {
        led |= record.location().offset() == stretch.end();
        window.add(new Item(record, body.query(record)));
        if (window.size() > 2 * REACH) {
            List<Item> all = List.copyOf(window);
            tell(all, REACH);
            window.remove();
        } else if (window.size() > REACH) {
            tell(List.copyOf(window), window.size() - 1 - REACH);
        }
    }

    @Override
    public void finding(Finding finding) {
        strayed |= finding.level() == Finding.Level.DAMAGE;
        if (stretch.counts(finding.offset())) {
            findings.accept(finding);
        }
    }

    /**
     * True where record upon record leads to where the next stretch begins. Behind damage that is not known: what was found
     * there may lie within a payload, put there by whoever sent it.
     */
    boolean leadsOn() {
        return !stretch.goesOn() || (led && !strayed);
    }

    /** Says that the file, or the stretch, is at its end. */
    void end() {
        List<Item> all = List.copyOf(window);
        for (int i = Math.max(0, all.size() - REACH); i < all.size(); i++) {
            tell(all, i);
        }
    }

    private void tell(List<Item> around, int at) {
        ScannedRecord record = around.get(at).record();
        if (record.location().length() == 0 || !stretch.counts(record.location().offset()) || !isMain(record)) {
            return;
        }
        Optional<CdxLine.Request> request = Optional.empty();
        for (int i = Math.max(0, at - REACH); i <= Math.min(at + REACH, around.size() - 1); i++) {
            Item other = around.get(i);
            if (other.query().isPresent() && belong(other.record(), record, Math.abs(i - at) == 1)) {
                request = other.query();
            }
        }
        line(record, request, Optional.empty()).ifPresent(lines);
    }

    private static boolean isMain(ScannedRecord record) {
        return switch (record.type()) {
            case "response", "revisit" -> true;
            case "resource" -> !record.blockType().equals("application/warc-fields");
            default -> false;
        };
    }

    private static boolean belong(ScannedRecord request, ScannedRecord main, boolean neighbours) {
        List<String> of = request.concurrentTo();
        List<String> its = main.concurrentTo();
        return of.contains(main.recordId())
                || its.contains(request.recordId())
                || (neighbours
                        && of.isEmpty()
                        && its.isEmpty()
                        && request.targetUri().equals(main.targetUri()));
    }

    /**
     * What an index says of a record; empty where it lacks address or date.
     *
     * @param key where it is known already
     */
    static Optional<CdxLine> line(ScannedRecord record, Optional<CdxLine.Request> request, Optional<UrlKey> key) {
        if (record.targetUri().isEmpty() || record.date().isEmpty()) {
            return Optional.empty();
        }
        String url = record.targetUri().get();
        Optional<String> digest = record.field("WARC-Payload-Digest")
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .or(() -> record.payloadSha1().map(Digest::base32));
        return Optional.of(new CdxLine(
                key.orElseGet(() -> UrlKey.of(
                                request.map(query -> query.appendedTo(url)).orElse(url)))
                        .surt(),
                record.date().get(),
                url,
                mime(record),
                status(record),
                digest.orElse("-"),
                record.location(),
                request));
    }

    private static String mime(ScannedRecord record) {
        if (record.type().equals("revisit")) {
            return "warc/revisit";
        }
        String sent = record.type().equals("resource")
                ? record.field("Content-Type").orElse("")
                : record.http().flatMap(head -> head.first("Content-Type")).orElse("");
        String type = sent.strip();
        int end = 0;
        while (end < type.length() && type.charAt(end) > ' ' && type.charAt(end) != ';') {
            end++;
        }
        return end == 0 ? "unk" : type.substring(0, end);
    }

    private static String status(ScannedRecord record) {
        int status = record.http().map(HttpHead::status).orElse(0);
        return status > 0 ? Integer.toString(status) : record.type().equals("resource") ? "200" : "-";
    }
}

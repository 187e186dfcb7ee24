package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.ArchivedResponse;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Claim;
import org.pressmark.model.Field;
import org.pressmark.model.HttpHead;
import org.pressmark.model.Place;
import org.pressmark.model.Version;

/** One capture in full for the terminal: what was stored, what was read from it, and where each field came from. */
public final class ShowCapture {
    private static final int NAME = 16;

    private final Sheet sheet;

    private ShowCapture(TerminalStyle style) {
        this.sheet = new Sheet(style);
    }

    /**
     * A capture with all that hangs on it.
     *
     * @param stored the capture read back, where its head is to be shown
     * @param article what was read from it, where it is an article
     * @param version the version that it belongs to
     * @param claims what it says of its origin
     */
    public static String render(
            Capture capture,
            Optional<ArchivedResponse> stored,
            Optional<Article> article,
            Optional<Version> version,
            List<Claim> claims,
            TerminalStyle style) {
        ShowCapture show = new ShowCapture(style);
        show.capture(capture, version);
        stored.flatMap(ArchivedResponse::head).ifPresent(show::head);
        article.ifPresent(show::article);
        show.claims(claims);
        return show.sheet.toString();
    }

    /** A document that is no capture, e.g. a file: what was read from it, and where each field came from. */
    public static String article(Article article, TerminalStyle style) {
        ShowCapture show = new ShowCapture(style);
        show.article(article);
        return show.sheet.toString();
    }

    private void capture(Capture capture, Optional<Version> version) {
        sheet.text(Ink.BOLD, 0, Shown.line(capture.url()));
        line("captured", Words.minute(capture.date()));
        line(
                "what",
                ListTable.what(capture) + (capture.status() > 0 ? ", HTTP " + capture.status() : "") + ", "
                        + Words.size(capture.payloadLength()));
        version.ifPresent(v -> line(
                "version",
                Words.number(v.number()) + ", in " + Words.count(v.captures(), "capture") + " from "
                        + Words.minute(v.firstSeen()) + " to " + Words.minute(v.lastSeen())));
        capture.redirect().ifPresent(target -> line("leads to", target));
        capture.refersTo()
                .filter(original -> capture.revisit())
                .ifPresent(original -> line("repeats", original.url() + ", captured " + Words.minute(original.date())));
        capture.witness().ifPresent(archive -> {
            line("seen by", archive + ", not by this archive");
            capture.refersTo().ifPresent(kept -> line("kept at", kept.url()));
        });
        capture.truncated().ifPresent(why -> line("incomplete", "truncated: " + why.word()));
        line("payload", capture.payload().toString());
        line("record", capture.recordId());
        line(
                "lies in",
                capture.location().file() + ", "
                        + Words.count(capture.location().length(), "byte") + " at "
                        + Words.number(capture.location().offset()));
        line("key", capture.key().surt());
    }

    private void head(HttpHead head) {
        sheet.blank().line(Ink.BOLD, "Reply").text(Ink.PLAIN, 2, Shown.line(head.startLine()));
        for (HttpHead.Header header : head.headers()) {
            sheet.hanging(Ink.PLAIN, "  ", "      ", Shown.line(header.name()) + ": " + Shown.line(header.value()));
        }
    }

    private void article(Article article) {
        sheet.blank().line(Ink.BOLD, "Article");
        article.headline().ifPresent(field -> field("headline", field));
        article.authors().forEach(field -> field("author", field));
        article.published().ifPresent(field -> field("published", field));
        article.modified().ifPresent(field -> field("modified", field));
        article.agencies().forEach(field -> field("agency", field));
        article.site().ifPresent(field -> field("site", field));
        if (!article.language().isEmpty()) {
            line("language", article.language());
        }
        int words = article.body().isBlank() ? 0 : article.body().strip().split("\\s+").length;
        line(
                "body",
                Words.count(new ParagraphNumbers(article).count(), "paragraph") + ", " + Words.count(words, "word"));
        if (article.commentCount() > 0) {
            line("comments", Words.number(article.commentCount()) + ", kept apart");
        }
        article.facts().forEach(field -> field(field.rule(), field));
        article.notes()
                .forEach(note -> line("note", note.value() + (note.exact().isEmpty() ? "" : ": " + note.exact())));
        line("read by", article.extractor());
    }

    private void claims(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        sheet.blank().line(Ink.BOLD, "What the page says of its origin");
        for (Claim claim : claims) {
            line(claim.kind().word(), "“" + claim.evidence().exact() + "”" + " → " + claim.value());
            sheet.text(Ink.DIM, NAME + 2, ChainTalk.place(claim) + ", rule " + Shown.line(claim.rule()));
        }
    }

    private void field(String name, Field field) {
        line(name, field.value());
        List<String> from = new ArrayList<>();
        if (!field.exact().isBlank() && !field.exact().equals(field.value())) {
            from.add("from “" + Cells.fit(Shown.line(field.exact()), 80, "…") + "”");
        }
        Place place = field.place();
        if (place.endByte() > place.startByte()) {
            from.add("bytes " + place.startByte() + "–" + place.endByte());
        }
        if (!place.selector().isEmpty()) {
            from.add("at " + Shown.line(place.selector()));
        }
        from.add("rule " + Shown.line(field.rule()));
        sheet.text(Ink.DIM, NAME + 2, String.join(", ", from));
    }

    private void line(String name, String value) {
        String lead = "  " + Cells.pad(Shown.line(name) + " ", NAME);
        sheet.hanging(Ink.PLAIN, lead, " ".repeat(NAME + 2), Shown.line(value));
    }
}

package org.pressmark.web;

import java.util.List;
import org.pressmark.model.Capture;
import org.pressmark.report.MessagePage;
import org.pressmark.report.WebPages;

/** Answers for people where there is nothing to show: what was wrong, with what, and what helps. */
final class Trouble {
    private Trouble() {}

    static Answer notArchived(String url) {
        return notArchived(url, false, "");
    }

    /** A record id that names nothing here: what it was of nobody can tell. */
    static Answer noCapture(String id) {
        return page(
                404,
                "No such capture",
                id + " names no capture of this archive.",
                "Look for its page in the list of stored pages, or search for its words.");
    }

    /**
     * The same where a person looks.
     *
     * @param acts whether this visitor may capture it at once
     * @param site address of what is stored of its site; empty for nothing
     */
    static Answer notArchived(String url, boolean acts, String site) {
        List<String> remedies = acts
                ? List.of()
                : site.isEmpty()
                        ? List.of(
                                "Store it at a terminal: pressmark capture " + url,
                                "Look for another spelling of the address in the list of stored pages.")
                        : List.of("Store it at a terminal: pressmark capture " + url);
        return Answer.page(
                404,
                WebPages.message(new MessagePage(
                        "Not in this archive", url + " is not stored here.", remedies, acts ? url : "", site)));
    }

    /** The same where an archived page has a frame: words alone, for a page of ours stands in nobody's frame. */
    static Answer notArchivedPart(String url) {
        return Answer.text(404, "text/plain; charset=utf-8", url + " is not stored in this archive.\n")
                .with("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    static Answer noText(String url) {
        return page(
                404,
                "No article here",
                url + ": no article was found in any of its captures, so there are no texts to set against each other.",
                "See the captures themselves on the page of this address.");
    }

    static Answer notPosted(String url, String method) {
        return page(
                404,
                "Not in this archive",
                "No answer to a " + method + " request with this body is stored for " + url
                        + "; an answer to another body is not given in its place.",
                "What was captured by asking for the address plainly is at the same address.");
    }

    static Answer circle(Capture capture) {
        return page(
                508,
                "The redirects lead in a circle",
                capture.url() + " was captured only as a redirect, and following it in this archive leads back to it ("
                        + capture.redirect().orElse("") + "). Record " + capture.recordId() + ".",
                "See what is stored of it: pressmark list " + capture.url(),
                "Store it again: pressmark capture " + capture.url());
    }

    static Answer noPage(String path) {
        return page(404, "No such page", path + " is no address of this server.", "Go to the archive and start there.");
    }

    static Answer unreadable(String rest) {
        return page(
                400,
                "No address that can be read",
                "\"" + rest + "\" holds no archived address, or no time that can be read before it.",
                "Write it like this: /web/20240301120000/http://example.org/");
    }

    static Answer noDate(String words) {
        return page(
                400,
                "No date that can be read",
                "The header Accept-Datetime says \"" + words + "\".",
                "Write it like this: Thu, 31 May 2007 20:35:00 GMT");
    }

    static Answer missing(String what) {
        return page(
                400,
                "Something is missing",
                "The address of this page lacks " + what + ".",
                "Go back and choose anew.");
    }

    static Answer page(int status, String title, String message, String... remedies) {
        return Answer.page(status, WebPages.message(new MessagePage(title, message, List.of(remedies), "", "")));
    }
}

package org.pressmark.web;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.pressmark.report.PageLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the pages that people open first once before they do: what a program needs in a process that has just started (its
 * classes, the index's pages, the words' index) is then there.
 */
final class WarmUp implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final List<String> FIRST =
            List.of("/", "/search?q=the", "/archive", "/edits?severity=critical", "/sources");

    private final Routes routes;
    private final Hall hall;
    private final String host;
    private final Thread thread;
    private volatile boolean ended;

    /** @param url under which the server listens */
    WarmUp(Routes routes, Hall hall, String url) {
        this.routes = routes;
        this.hall = hall;
        this.host = url.replaceFirst("^http://", "").replaceFirst("/$", "");
        this.thread = new Thread(this::run, "pressmark-warm");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (String page : FIRST) {
                make(page);
            }
            for (PageLine last : hall.pages(0, 1)) {
                make(Hrefs.page(last.url()));
            }
        } catch (IOException | RuntimeException e) {
            // Who opens the page is told of it then.
            LOG.debug("Not every page could be made beforehand", e);
        }
    }

    private void make(String page) throws IOException {
        if (ended) {
            return;
        }
        int query = page.indexOf('?');
        Asked asked = new Asked(
                "GET",
                query < 0 ? page : page.substring(0, query),
                query < 0 ? "" : page.substring(query + 1),
                host,
                name -> Optional.empty(),
                "",
                Optional.empty());
        routes.answer(asked).body().close();
    }

    /** Begins no further page, and waits for the one under way: the archive is closed after this. */
    @Override
    public void close() {
        ended = true;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

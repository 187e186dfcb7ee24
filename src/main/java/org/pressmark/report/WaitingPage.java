package org.pressmark.report;

import java.util.Objects;

/**
 * A page is being captured.
 *
 * @param url its address
 */
public record WaitingPage(String url) {
    public WaitingPage {
        Objects.requireNonNull(url);
    }
}

package org.pressmark.model;

import java.util.Objects;

/**
 * A stored page whose text changed, as somebody who follows it hears of it.
 *
 * @param url of the page, as captured with the later text
 * @param step from the text before to the text after
 */
public record Edit(String url, PageHistory.Step step) {
    public Edit {
        Objects.requireNonNull(url);
        Objects.requireNonNull(step);
    }

    public Severity severity() {
        return step.severity();
    }

    /** The capture in which the later text was first seen: names this edit for good. */
    public String id() {
        return step.to().firstCapture();
    }
}

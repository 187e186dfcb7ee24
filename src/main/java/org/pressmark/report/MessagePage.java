package org.pressmark.report;

import java.util.List;

/**
 * What to say where there is nothing to show: what was wrong, and what to do next.
 *
 * @param title what is the matter, in few words
 * @param message with what, and where
 * @param remedies what helps, a sentence each
 * @param capture the address that a button offers to capture; empty where none does
 * @param site address of the pages that are stored of the same site; empty where there are none
 */
public record MessagePage(String title, String message, List<String> remedies, String capture, String site) {
    public MessagePage {
        title = Shown.line(title);
        message = Shown.line(message);
        remedies = remedies.stream().map(Shown::line).toList();
    }
}

package org.pressmark.report;

import java.util.List;

/** The links of a stored page, for the terminal. */
public final class LinkList {
    private LinkList() {}

    /** A line for each: whether it is stored, its words, its address. */
    public static String render(List<LinkLine> links, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        for (LinkLine link : links) {
            String mark = link.captured().isPresent() ? "● " : "○ ";
            String text = Shown.line(link.text());
            sheet.hanging(Ink.PLAIN, mark, "  ", text.isEmpty() ? "(no words)" : text);
            sheet.hanging(Ink.DIM, "  ", "    ", Shown.line(link.url()));
        }
        long stored = links.stream().filter(link -> link.captured().isPresent()).count();
        return sheet.blank()
                .text(
                        Ink.BOLD,
                        0,
                        Words.count(links.size(), "link") + ", " + Words.number(stored) + " of them stored"
                                + (links.isEmpty() ? "" : " (●)"))
                .toString();
    }
}

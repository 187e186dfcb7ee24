package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.model.History;
import org.pressmark.model.History.Memento;
import org.pressmark.model.History.State;

/** What another archive has of an address, for the terminal. */
public final class HistoryLines {
    private HistoryLines() {}

    /** One capture, e.g. {@code stored   2020-05-03 10:00 UTC  200  text/html}. */
    public static String one(Memento memento, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        Ink ink = switch (memento.state()) {
            case FAILED -> Ink.CRITICAL;
            case STORED -> Ink.BOLD;
            case LISTED -> Ink.PLAIN;
            case KNOWN -> Ink.DIM;
        };
        List<String> parts = new ArrayList<>(List.of(word(memento.state()), Words.minute(memento.date())));
        parts.add(memento.status() > 0 ? Integer.toString(memento.status()) : "–");
        if (!memento.mediaType().isEmpty()) {
            parts.add(Shown.line(memento.mediaType()));
        }
        memento.digest().ifPresent(digest -> parts.add(Shown.line(digest)));
        sheet.line(ink, String.join("  ", parts));
        if (!memento.detail().isEmpty()) {
            sheet.text(memento.state() == State.FAILED ? Ink.PLAIN : Ink.BOLD, 10, Shown.line(memento.detail()));
        }
        return sheet.toString();
    }

    private static String word(State state) {
        return Cells.pad(state.name().toLowerCase(Locale.ROOT), 8);
    }

    /** What there is and what was done, e.g. {@code web.archive.org has 12 captures (CDX): 5 stored, 7 known}. */
    public static String summary(History history, TerminalStyle style) {
        Sheet sheet = new Sheet(style);
        List<String> parts = new ArrayList<>();
        for (State state : State.values()) {
            long count = history.count(state);
            if (count > 0) {
                parts.add(Words.number(count) + " " + state.name().toLowerCase(Locale.ROOT));
            }
        }
        if (history.left() > 0) {
            parts.add(Words.number(history.left()) + " left for the next run");
        }
        int passed = history.listed() - history.kept().size() - history.left();
        if (passed > 0) {
            parts.add(
                    Words.number(passed) + " not chosen: out of the time asked for, or the payload of the one before");
        }
        sheet.text(
                Ink.BOLD,
                0,
                Shown.line(history.archive()) + " lists " + Words.count(history.listed(), "capture") + " ("
                        + Shown.line(history.form()) + ")" + (parts.isEmpty() ? "" : ": " + String.join(", ", parts)));
        history.notes()
                .forEach(note -> sheet.hanging(Ink.PLAIN, sheet.glyph(Glyph.NOTICE) + " ", "  ", Shown.line(note)));
        return sheet.toString();
    }
}

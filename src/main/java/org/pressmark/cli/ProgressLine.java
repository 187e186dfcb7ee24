package org.pressmark.cli;

/** One line on a terminal's standard error that says what is going on; nothing where no terminal is. */
final class ProgressLine implements AutoCloseable {
    private static final String ERASE = "\r\u001b[2K";

    private final Terminal terminal;
    private boolean shown;

    ProgressLine(Terminal terminal) {
        this.terminal = terminal;
    }

    void show(String what) {
        if (terminal.errIsTerminal()) {
            String line = Troubles.safe(what);
            int width = Math.max(10, terminal.width() - 1);
            terminal.err().print(ERASE + (line.length() > width ? line.substring(0, width - 1) + "…" : line));
            terminal.err().flush();
            shown = true;
        }
    }

    void clear() {
        if (shown) {
            terminal.err().print(ERASE);
            terminal.err().flush();
            shown = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}

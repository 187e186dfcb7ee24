package org.pressmark.cli;

/** The exit codes, one table for all commands; docs/cli.md shows it. */
enum ExitCode {
    OK(0, "done; compare: nothing differs; replay: the capture asked for"),
    DIFFERS(
            1,
            "compare: the copies differ; rebuild --check: the index differs from the WARC files;"
                    + " verify: nothing is damaged, but a rule of the WARC standard is broken"),
    USAGE(
            2,
            "the command line or an input cannot be used; nothing was changed; compare: any trouble, or nothing was seen"
                    + " to differ and a copy was cut short when it was captured"),
    NEAREST(3, "replay: no capture at the time asked for, the nearest was given"),
    NOT_FOUND(4, "the archive holds nothing under this address or name"),
    DAMAGED(5, "a record or file is damaged"),
    PARTIAL(
            6,
            "some of the addresses or files were refused or failed; the others are done;"
                    + " crawl: a source could not be read at all, or it ended early"),
    INTERNAL(70, "a fault of Pressmark's own; nothing stored is lost"),
    IO(74, "reading or writing failed: disk full, no permission, database not to be opened"),
    CONFIG(78, "a setting cannot be used"),
    INTERRUPTED(130, "stopped by the user; what was reported as done is stored");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}

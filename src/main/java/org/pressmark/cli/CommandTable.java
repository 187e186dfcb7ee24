package org.pressmark.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.IHelpSectionRenderer;

/** The commands as {@code pressmark help} lists them: by what people come for, a line each. A test keeps it whole. */
final class CommandTable implements IHelpSectionRenderer {
    private static final int NAME_WIDTH = 13;

    /** One command in a line. */
    record Line(String command, String does) {}

    /** What some commands are for, and these commands. */
    record Group(String title, List<Line> lines) {}

    static final List<Group> GROUPS = List.of(
            group("Start here", line("demo", "the whole way on two real copies of one story")),
            group(
                    "Take in",
                    line("capture", "fetch pages with all their parts into the archive"),
                    line("crawl", "capture what is new or due at your sources, or a whole site, and end"),
                    line("watch", "follow your sources for good, as a service"),
                    line("sources", "show, check and change the list of sources"),
                    line("why", "why an address was or was not captured, and when next"),
                    line("history", "fetch the versions that another archive kept"),
                    line("import", "take in WARC, ARC and WACZ files, or a saved page")),
            group(
                    "Read",
                    line("list", "the stored pages; with a URL, its versions and captures"),
                    line("search", "find articles by their words"),
                    line("replay", "a stored page as of a date: text, bytes, picture, browser"),
                    line("extract", "the article alone: text, Markdown, HTML, JSON"),
                    line("show", "all that is known of one capture"),
                    line("serve", "all of it in a browser")),
            group(
                    "Compare and trace",
                    line("compare", "what differs between copies or versions"),
                    line("trace", "where a text comes from, and what says so"),
                    line("copies", "who else has this text, passage by passage"),
                    line("find", "who had these words, the earliest first"),
                    line("link", "confirm, reject or add a link of provenance"),
                    line("alert", "tell newsrooms of edits by webhook and mail")),
            group(
                    "Prove",
                    line("verify", "nothing was altered, lost or added: check it"),
                    line("prove", "an evidence package of a capture, checked without us"),
                    line("checkpoint", "sign the log and print what to hand to others"),
                    line("key", "the key that signs; show, rotate, export"),
                    line("forget", "take a page down, and leave a record that it was")),
            group(
                    "Look after",
                    line("export", "WARC, WACZ, one-file HTML, CDXJ and CDX indexes"),
                    line("rebuild", "make the index anew from the WARC files, or check it"),
                    line("reextract", "read all articles again by newer rules"),
                    line("backup", "write the index to a file"),
                    line("restore", "fill an empty index from that file"),
                    line("config", "the settings in force and where each comes from"),
                    line("help", "what a command does, its options, an example")));

    @Override
    public String render(Help help) {
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            text.append(System.lineSeparator()).append(group.title()).append(System.lineSeparator());
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(NAME_WIDTH, 2, Overflow.SPAN),
                    new Column(help.commandSpec().usageMessage().width() - NAME_WIDTH, 0, Overflow.WRAP));
            for (Line line : group.lines()) {
                table.addRowValues(
                        help.colorScheme().commandText(line.command()),
                        help.colorScheme().text(line.does()));
            }
            text.append(table);
        }
        return text.toString();
    }

    private static Group group(String title, Line... lines) {
        return new Group(title, List.of(lines));
    }

    private static Line line(String command, String does) {
        return new Line(command, does);
    }
}

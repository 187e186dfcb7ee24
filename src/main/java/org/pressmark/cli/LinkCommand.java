package org.pressmark.cli;

import java.io.IOException;
import org.pressmark.json.Json;
import org.pressmark.model.LinkWord;
import org.pressmark.model.LinkWord.Word;
import org.pressmark.pipeline.LinkCopies;
import org.pressmark.pipeline.Pipeline;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps what a person says of a link. */
@Command(
        name = "link",
        description = {
            "Say of a link between two texts that it is right (default), that it is wrong, or that there " + "is one.",
            "It is kept in a WARC metadata record with your note, and 'pressmark trace' shows it as "
                    + "confirmed by a person. The last word counts."
        },
        footer = {
            "",
            "Examples:  pressmark link http://copy.example/story http://first.example/story --note \"by phone\"",
            "           pressmark link http://copy.example/story http://other.example/old --reject --note \"older\"",
            "           pressmark link http://copy.example/story AFP --add"
        })
final class LinkCommand extends BaseCommand {
    @Parameters(index = "0", paramLabel = "CHILD", description = "A stored page, or URL@DATE: the copy.")
    private String child;

    @Parameters(
            index = "1",
            paramLabel = "PARENT",
            description = "Its source: an address, stored or not, or an agency.")
    private String parent;

    @ArgGroup(exclusive = true)
    private Said said = new Said();

    @Option(names = "--note", paramLabel = "TEXT", description = "Why, in your words.")
    private String note = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says it (default: the user's name).")
    private String by = System.getProperty("user.name", "");

    /** What is said; one at a time. */
    static final class Said {
        @Option(names = "--confirm", description = "The link that was concluded is right (default).")
        boolean confirm;

        @Option(names = "--reject", description = "The link that was concluded is wrong.")
        boolean reject;

        @Option(names = "--add", description = "There is a link that was not concluded.")
        boolean add;
    }

    @Override
    ExitCode run() throws IOException {
        Word word = said.reject ? Word.REJECT : said.add ? Word.ADD : Word.CONFIRM;
        LinkWord kept;
        try (Pipeline house = open()) {
            kept = new LinkCopies(house).say(CopiesCommand.stored(child), parent, word, note.strip(), by.strip());
        }
        if (common.json) {
            out().print(Json.pretty(Json.object()
                    .put("record", kept.recordId())
                    .put("at", kept.at().toString())
                    .put("word", kept.word().word())
                    .put("child", kept.child())
                    .put("parent", kept.parent())
                    .put("note", kept.note())
                    .put("by", kept.by())));
        } else {
            String what = said.reject ? "rejected: that " : said.add ? "added: " : "confirmed: ";
            out().println(Troubles.safe(what + kept.child() + " comes from " + kept.parent()));
        }
        return ExitCode.OK;
    }
}

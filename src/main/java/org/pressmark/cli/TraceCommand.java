package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ChainJson;
import org.pressmark.json.Json;
import org.pressmark.model.Capture;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.pipeline.DescribeChain;
import org.pressmark.pipeline.Holdings;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.TraceCorpus;
import org.pressmark.pipeline.TraceProvenance;
import org.pressmark.report.ChainDot;
import org.pressmark.report.ChainNotes;
import org.pressmark.report.ChainSvg;
import org.pressmark.report.ChainTables;
import org.pressmark.report.ChainText;
import org.pressmark.report.CutWords;
import org.pressmark.report.Hint;
import org.pressmark.report.ProvJson;
import org.pressmark.report.ProvN;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows where a stored text comes from. */
@Command(
        name = "trace",
        description = {
            "Show where a stored text comes from and who else has it: each link with what states or suggests it.",
            "Stated means that a page says so, in words that are quoted with their place; inferred means that texts"
                    + " and dates suggest it."
        },
        footer = {
            "",
            "Examples:  pressmark trace http://copies.example/story",
            "           pressmark trace http://copies.example/story --svg chain.svg --prov chain.json",
            "           pressmark trace --corpus texts.jsonl --out links.json"
        })
final class TraceCommand extends BaseCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "URL", description = "A stored page, or URL@DATE.")
    @Nullable
    private String page;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = {
                "Trace texts that are not in the archive: JSON lines with id, url, site, title, byline, canonical,"
                        + " meta,",
                "published, fetched, text. Gives one JSON object: clusters (each text's group) and edges (its source)."
            })
    @Nullable
    private Path corpus;

    @Option(names = "--out", paramLabel = "FILE", description = "Where --corpus writes to (default: standard output).")
    @Nullable
    private Path out;

    @Option(names = "--no-evidence", description = "Without the exact words and their places.")
    private boolean noEvidence;

    @Option(names = "--prov", paramLabel = "FILE", description = "Write W3C PROV-JSON; - for standard output.")
    @Nullable
    private String prov;

    @Option(names = "--provn", paramLabel = "FILE", description = "Write W3C PROV-N; - for standard output.")
    @Nullable
    private String provn;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the links as a table; - for standard output.")
    @Nullable
    private String csv;

    @Option(
            names = "--graphml",
            paramLabel = "FILE",
            description = "Write the graph as GraphML; - for standard output.")
    @Nullable
    private String graphml;

    @Option(names = "--dot", paramLabel = "FILE", description = "Write a Graphviz graph; - for standard output.")
    @Nullable
    private String dot;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write a picture; - for standard output.")
    @Nullable
    private String svg;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Width of the text (default: the terminal's).")
    private int width;

    @Override
    ExitCode run() throws IOException {
        if (corpus != null) {
            return corpus(corpus);
        }
        if (page == null) {
            throw new ParameterException(spec.commandLine(), "expected a URL, or --corpus FILE");
        }
        return page(page);
    }

    private ExitCode corpus(Path from) throws IOException {
        if (page != null) {
            throw new ParameterException(spec.commandLine(), "expected either a URL or --corpus, found both");
        }
        CorpusAnswer answer = new CorpusAnswer();
        new TraceCorpus(from).run(answer);
        if (out == null) {
            out().print(Json.compact(answer.json()) + "\n");
        } else {
            Files.writeString(out, Json.compact(answer.json()) + "\n", StandardCharsets.UTF_8);
        }
        say(answer.inWords());
        return ExitCode.OK;
    }

    private ExitCode page(String url) throws IOException {
        ProvenanceChain chain;
        ChainNotes notes;
        List<Capture> cut = new ArrayList<>();
        try (Pipeline house = open()) {
            chain = new TraceProvenance(house).trace(CopiesCommand.stored(url));
            notes = new DescribeChain(house).notes(chain);
            Holdings holdings = new Holdings(house);
            chain.nodes().stream()
                    .flatMap(node -> holdings.find(node.id()).stream())
                    .filter(capture -> capture.truncated().isPresent())
                    .forEach(cut::add);
        }
        boolean said = write(prov, Json.pretty(ProvJson.write(chain, notes)));
        said |= write(provn, ProvN.write(chain, notes));
        said |= write(csv, ChainTables.csv(chain));
        said |= write(graphml, ChainTables.graphml(chain));
        said |= write(dot, ChainDot.render(chain, notes));
        said |= write(svg, ChainSvg.render(chain, notes));
        if (common.json) {
            out().print(Json.pretty(ChainJson.write(chain)));
        } else if (!said) {
            out().print(ChainText.render(chain, notes, style(width), !noEvidence, hints(url)));
        }
        cut.forEach(capture -> say("pressmark: " + CutWords.of(capture.url(), capture)));
        return ExitCode.OK;
    }

    private static List<Hint> hints(String url) {
        return List.of(new Hint("pressmark trace " + Shell.quoted(url) + " --svg chain.svg", "the same as a picture"));
    }

    /** Writes where the user wants it; true if that was standard output. */
    private boolean write(@Nullable String to, String text) throws IOException {
        if (to == null) {
            return false;
        }
        if (to.equals("-")) {
            out().print(text);
            return true;
        }
        Files.writeString(Path.of(to), text, StandardCharsets.UTF_8);
        return false;
    }
}

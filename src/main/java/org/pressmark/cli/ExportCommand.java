package org.pressmark.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pressmark.json.Json;
import org.pressmark.pipeline.ExportCaptures;
import org.pressmark.pipeline.ExportCaptures.Exported;
import org.pressmark.pipeline.ExportIndex;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.RenderCapture;
import org.pressmark.pipeline.WholeFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Gives what is stored to other software. */
@Command(
        name = "export",
        description = {
            "Write what is stored in a form that other software reads: an index, or captures with all that belongs to"
                    + " them.",
            "Pages come with their parts, and revisits with their originals. A file is written whole or not at all.",
            "URL names every capture of a page, URL@2024-03 the one of that time, URL* all addresses that begin so."
        },
        footer = {
            "",
            "Examples:  pressmark export --wacz http://copies.example/story@2026-11 story.wacz",
            "           pressmark export --wacz --all archive.wacz",
            "           pressmark export --cdxj --all index.cdxj",
            "           pressmark export --cdx11 http://copies.example/* -",
            "           pressmark export --cdxj --from crawl.warc.gz index.cdxj"
        })
final class ExportCommand extends BaseCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "URL… FILE",
            description = "What to export, and last the file to write; - for standard output.")
    private List<String> words;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Form form = new Form();

    @Option(names = "--all", description = "Everything in the archive.")
    private boolean all;

    @Option(
            names = "--from",
            paramLabel = "FILE",
            description =
                    "An index of this WARC, ARC or WACZ file, whether the archive has it or not; may be repeated. "
                            + "Of a damaged one it lists the sound records; exit status 5.")
    private List<Path> from = new ArrayList<>();

    /** What is written; one at a time. */
    static final class Form {
        @Option(names = "--cdxj", description = "An index, CDXJ: sorted lines of key, time and JSON.")
        boolean cdxj;

        @Option(names = "--cdx11", description = "An index, CDX of eleven columns.")
        boolean cdx11;

        @Option(names = "--warc", description = "A WARC file: the records as stored, with all that the pages need.")
        boolean warc;

        @Option(names = "--wacz", description = "A signed WACZ file (1.1.1): the same with index and list of pages.")
        boolean wacz;

        @Option(names = "--html", description = "One HTML file, pictures and styles inside; of one URL.")
        boolean html;

        boolean index() {
            return cdxj || cdx11;
        }
    }

    @Override
    ExitCode run() throws IOException {
        List<String> urls = words.subList(0, words.size() - 1);
        String file = words.get(words.size() - 1);
        int ways = (all ? 1 : 0) + (urls.isEmpty() ? 0 : 1) + (from.isEmpty() ? 0 : 1);
        if (ways != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    ways == 0
                            ? "nothing to export: name addresses before FILE (found only " + file
                                    + "), or --all, or --from"
                            : "addresses, --all and --from exclude each other");
        }
        if (!form.index() && !from.isEmpty() || form.html && all) {
            throw new ParameterException(
                    spec.commandLine(),
                    form.html
                            ? "--html gives one page; name its address"
                            : "--from goes with an index; 'pressmark import' takes files into the archive");
        }
        try (Pipeline house = open()) {
            return form.index()
                    ? index(house, urls, file)
                    : captures(house, all ? ExportCaptures.EVERYTHING : urls, file);
        }
    }

    private ExitCode captures(Pipeline house, List<String> urls, String file) throws IOException {
        if (file.equals("-")) {
            write(house, urls, "export.warc.gz", terminal().bytes());
            return ExitCode.OK;
        }
        Path path = Path.of(file);
        try (WholeFile whole = WholeFile.begin(path)) {
            Exported done = write(house, urls, String.valueOf(path.getFileName()), whole.out());
            whole.done();
            out().println(
                            common.json
                                    ? Json.compact(Json.object()
                                            .put("file", file)
                                            .put("captures", done.captures())
                                            .put("pages", done.pages()))
                                    : Troubles.safe(String.format(
                                            Locale.ROOT,
                                            "%s: %,d captures, %,d pages",
                                            file,
                                            done.captures(),
                                            done.pages())));
            return ExitCode.OK;
        }
    }

    private Exported write(Pipeline house, List<String> urls, String name, OutputStream out) throws IOException {
        ExportCaptures export = new ExportCaptures(house);
        if (form.html) {
            RenderCapture.Single page = export.html(urls);
            out.write(page.html());
            LeftOut.tell("pressmark: not in the archive, left out: ", page.missing(), this::say);
            return new Exported(1, 1);
        }
        return form.wacz ? export.wacz(urls, out) : export.warc(urls, name, out);
    }

    private ExitCode index(Pipeline house, List<String> urls, String file) throws IOException {
        if (file.equals("-")) {
            Writer out = new BufferedWriter(new OutputStreamWriter(terminal().bytes(), StandardCharsets.US_ASCII));
            ExportIndex.Written written = lines(house, urls, out);
            out.flush();
            return written.lines() == 0 && !urls.isEmpty() ? nothing(urls) : soundness(written);
        }
        try (WholeFile whole = WholeFile.begin(Path.of(file))) {
            ExportIndex.Written written;
            try (Writer out = new BufferedWriter(new OutputStreamWriter(whole.out(), StandardCharsets.US_ASCII))) {
                written = lines(house, urls, out);
            }
            if (written.lines() == 0 && !urls.isEmpty()) {
                return nothing(urls);
            }
            whole.done();
            out().println(
                            common.json
                                    ? Json.compact(Json.object()
                                            .put("file", file)
                                            .put("lines", written.lines())
                                            .put("damaged", written.damaged()))
                                    : Troubles.safe(
                                            String.format(Locale.ROOT, "%s: %,d captures", file, written.lines())));
            return soundness(written);
        }
    }

    private ExportIndex.Written lines(Pipeline house, List<String> urls, Writer out) throws IOException {
        ExportIndex export = new ExportIndex(house);
        ExportIndex.Form kind = form.cdxj ? ExportIndex.Form.CDXJ : ExportIndex.Form.CDX11;
        ExportIndex.Taker taker = line -> {
            out.write(line);
            out.write('\n');
        };
        if (all) {
            return export.all(kind, taker);
        }
        return from.isEmpty() ? export.of(kind, urls, taker) : export.files(kind, from, taker);
    }

    /** An index of what could be read is an index all the same; whoever goes by the exit code must hear that it is not of all. */
    private ExitCode soundness(ExportIndex.Written written) {
        if (written.damaged() == 0) {
            return ExitCode.OK;
        }
        say(String.format(
                Locale.ROOT,
                "pressmark: the index lacks what stood in %,d damaged place%s; %s",
                written.damaged(),
                written.damaged() == 1 ? "" : "s",
                all
                        ? "'pressmark verify' tells what was lost: put a sound copy of the file in its place"
                        : "get the file anew where it came from, or let 'pressmark import' take its sound records"));
        return ExitCode.DAMAGED;
    }

    private ExitCode nothing(List<String> urls) {
        say("pressmark: " + String.join(" ", urls) + ": not in the archive; 'pressmark list' shows what is");
        return ExitCode.NOT_FOUND;
    }
}

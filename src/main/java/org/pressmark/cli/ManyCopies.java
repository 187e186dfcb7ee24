package org.pressmark.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pressmark.json.ApparatusJson;
import org.pressmark.json.Json;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Witness;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.Reference;
import org.pressmark.report.ApparatusMarkdown;
import org.pressmark.report.ComparisonHtml;
import org.pressmark.report.ComparisonView;
import org.pressmark.report.CutWords;
import org.pressmark.report.Hint;
import org.pressmark.report.Tei;
import org.pressmark.report.TerminalApparatus;

/** Comparison of three copies or more, in the forms that were asked for. */
record ManyCopies(
        BaseCommand command,
        ComparisonView view,
        @Nullable Path html,
        @Nullable Path tei,
        boolean markdown,
        int width) {

    /** @param base index of the copy that the others are set against */
    ExitCode run(List<String> copies, int base) throws IOException {
        List<Reference> references = copies.stream().map(Reference::parse).toList();
        Apparatus apparatus;
        try (Pipeline house = command.open()) {
            apparatus = new CompareArticles(house, html != null).collate(references, base, System.in);
        }
        if (html != null) {
            Files.writeString(html, ComparisonHtml.render(apparatus, view), StandardCharsets.UTF_8);
        }
        if (tei != null) {
            Files.writeString(tei, Tei.render(apparatus), StandardCharsets.UTF_8);
        }
        if (command.common.json) {
            command.out().print(Json.pretty(ApparatusJson.write(apparatus, view.select(apparatus))));
        } else if (markdown) {
            command.out().print(ApparatusMarkdown.render(apparatus, view));
        } else {
            command.out().print(TerminalApparatus.render(apparatus, view, command.style(width), hints(copies)));
        }
        List<Witness> cut = apparatus.witnesses().stream()
                .filter(copy -> copy.cutShort().isPresent())
                .toList();
        cut.forEach(copy -> command.say("pressmark: " + CutWords.of(copy.siglum() + " (" + copy.label() + ")", copy)));
        return CompareCommand.code(!view.select(apparatus).isEmpty(), !cut.isEmpty());
    }

    private List<Hint> hints(List<String> copies) {
        List<String> words = new ArrayList<>(List.of("pressmark", "compare"));
        copies.forEach(copy -> words.add(Shell.quoted(copy)));
        return html != null || copies.size() > 4
                ? List.of()
                : List.of(new Hint(
                        String.join(" ", words) + " --html report.html", "the text with heat where the copies differ"));
    }
}

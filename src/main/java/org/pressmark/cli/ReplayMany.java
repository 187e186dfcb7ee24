package org.pressmark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.pressmark.json.Json;
import org.pressmark.json.JsonException;
import org.pressmark.pipeline.Chosen;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.pipeline.Reference;
import org.pressmark.pipeline.ReplayCapture;
import org.pressmark.pipeline.Selection;

/**
 * Replays a list of addresses, one a line, in their order. What is wrong with one is told in its place, and the rest goes on.
 *
 * @param nul whether each answer ends with a NUL byte; else a line tells whose answer follows
 */
record ReplayMany(
        BaseCommand command,
        ReplayCapture replay,
        ReplayShow show,
        ReplayRendering form,
        Selection selection,
        boolean nul) {

    /** Answers every line; gives the gravest exit code. */
    ExitCode run(InputStream in) throws IOException {
        boolean nearest = false;
        boolean failed = false;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                try {
                    Reference.Stored asked = asked(line.strip());
                    Chosen choice = replay.choose(asked, selection);
                    answer(asked, choice);
                    nearest |= !choice.exact();
                    failed |= show.damaged(choice);
                } catch (PipelineException | JsonException e) {
                    failed = true;
                    trouble(line.strip(), e);
                }
            }
        }
        return failed ? ExitCode.PARTIAL : nearest ? ExitCode.NEAREST : ExitCode.OK;
    }

    private static Reference.Stored asked(String line) {
        if (!line.startsWith("{")) {
            return ReplayCommand.stored(line);
        }
        JsonNode json = Json.parse(line);
        if (!json.path("url").isTextual()) {
            throw new PipelineException(Trouble.INPUT, line + ": expected a JSON object with a url");
        }
        String url = json.path("url").asText();
        String when = json.path("when").asText("");
        return when.isEmpty() ? ReplayCommand.stored(url) : new Reference.Stored(url, when);
    }

    private void answer(Reference.Stored asked, Chosen choice) throws IOException {
        if (command.common.json) {
            end(Json.compact(show.json(asked, choice)) + "\n");
            return;
        }
        if (!nul) {
            command.out()
                    .println(Troubles.safe("==> " + choice.capture().url() + " "
                            + choice.capture().date() + " <=="));
        } else if (!choice.exact()) {
            command.say(ChoiceWords.line(choice));
        }
        if (form.bytes() && !command.terminal().outIsTerminal()) {
            show.bytes(choice, command.terminal().bytes());
            end("");
        } else {
            end(show.text(choice));
        }
    }

    private void end(String text) {
        command.out().print(text);
        if (nul) {
            command.out().write(0);
        } else if (!command.common.json) {
            command.out().println();
        }
    }

    private void trouble(String line, RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        if (command.common.json) {
            ObjectNode out = Json.object();
            out.putObject("asked").put("url", line);
            end(Json.compact(out.put("error", message)) + "\n");
        } else {
            command.say("pressmark: " + message);
            if (nul) {
                command.out().write(0);
            }
        }
    }
}

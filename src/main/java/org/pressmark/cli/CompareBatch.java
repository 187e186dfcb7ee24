package org.pressmark.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.pressmark.json.ComparisonJson;
import org.pressmark.json.Json;
import org.pressmark.model.Comparison;
import org.pressmark.pipeline.CompareArticles;
import org.pressmark.pipeline.Pipeline;
import org.pressmark.pipeline.PipelineException;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.pipeline.Reference;

/**
 * Compares many pairs in one run: JSON lines {@code {"id","a","b"}} in, one file a pair out. An answer appears under its name
 * only when it is whole, so that a run which was stopped goes on where it stopped.
 */
final class CompareBatch {
    /** File names hold 255 bytes; an ending and room for a half-written copy go off. */
    private static final int LONGEST = 200;

    private final CompareArticles compare;
    private final Terminal terminal;
    private final Consumer<String> say;

    private int done;
    private int skipped;
    private int failed;
    private boolean differs;
    private boolean cut;

    CompareBatch(Pipeline house, Terminal terminal, Consumer<String> say) {
        this.compare = new CompareArticles(house);
        this.terminal = terminal;
        this.say = say;
    }

    /**
     * Runs the batch; says at its end, on standard error, how it went.
     *
     * @param again whether to compare what has an answer already
     */
    ExitCode run(Path file, Path out, boolean again) throws IOException {
        Path folder =
                Objects.requireNonNullElse(file.toAbsolutePath().normalize().getParent(), Path.of(""));
        Files.createDirectories(out);
        Set<String> names = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                ProgressLine progress = new ProgressLine(terminal)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                progress.show(
                        "pair " + number + ": " + done + " compared, " + skipped + " skipped, " + failed + " failed");
                try {
                    pair(Json.parse(line), folder, out, again, names);
                } catch (Exception | StackOverflowError e) {
                    // A door may catch everything: one hostile pair must not end a batch.
                    if (e instanceof PipelineException known && known.trouble() == Trouble.STORAGE) {
                        throw known;
                    }
                    failed++;
                    progress.clear();
                    say.accept("pressmark: " + file + ", line " + number + ": "
                            + (e.getMessage() == null ? e.toString() : e.getMessage()));
                }
            }
        }
        say.accept(done + " compared, " + skipped + " skipped (they have answers; --again compares them), " + failed
                + " failed");
        return failed > 0 ? ExitCode.USAGE : CompareCommand.code(differs, cut);
    }

    private void pair(JsonNode asked, Path folder, Path out, boolean again, Set<String> names) throws IOException {
        String name = name(text(asked, "id"));
        if (!names.add(name)) {
            throw new IllegalArgumentException("id " + text(asked, "id") + ": stands twice, or names the file " + name
                    + " that another id names too");
        }
        Path answer = out.resolve(name);
        if (!again && Files.exists(answer)) {
            skipped++;
            return;
        }
        Comparison comparison = compare.compare(
                reference(text(asked, "a"), folder),
                reference(text(asked, "b"), folder),
                InputStream.nullInputStream());
        Path half = out.resolve("." + name + ".part");
        Files.writeString(half, Json.pretty(ComparisonJson.write(comparison)), StandardCharsets.UTF_8);
        try {
            Files.move(half, answer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, answer, StandardCopyOption.REPLACE_EXISTING);
        }
        done++;
        differs |= !comparison.seen().isEmpty();
        cut |= !comparison.cutShort().isEmpty();
    }

    private static String text(JsonNode asked, String key) {
        JsonNode value = asked.path(key);
        if (!value.isTextual() && !(key.equals("id") && value.isNumber())
                || value.asText().isBlank()) {
            throw new IllegalArgumentException(
                    key + ": expected a text, found " + (value.isMissingNode() ? "nothing" : value.toString()));
        }
        return value.asText();
    }

    /** A file beside the list, an absolute path, or an address; never standard input. */
    private static Reference reference(String named, Path folder) {
        if (named.matches("(?i)[a-z][a-z0-9+.-]+://.+")) {
            return Reference.parse(named);
        }
        return new Reference.InFile(folder.resolve(named));
    }

    /** A file's name that stays in its folder whatever the id holds: every other character is written as {@code %XX}. */
    static String name(String id) {
        StringBuilder out = new StringBuilder();
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xff;
            boolean plain =
                    c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' && out.length() > 0);
            out.append(plain ? String.valueOf((char) c) : String.format(Locale.ROOT, "%%%02X", c));
        }
        if (out.length() > LONGEST) {
            throw new IllegalArgumentException("id of " + id.length() + " characters: too long for a file's name");
        }
        return out + ".json";
    }
}

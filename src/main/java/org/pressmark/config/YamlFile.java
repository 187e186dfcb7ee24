package org.pressmark.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** A YAML file that people write: whatever is wrong with it is told with its line and column. */
final class YamlFile {
    private YamlFile() {}

    /**
     * The characters of a file in UTF-8, without a byte order mark.
     *
     * @throws SettingException naming the place of the first bytes that are something else
     * @throws IOException if it cannot be read
     */
    static String text(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer out = CharBuffer.allocate(bytes.remaining());
        CoderResult end = StandardCharsets.UTF_8.newDecoder().decode(bytes, out, true);
        String text = out.flip().toString();
        if (end.isError()) {
            throw new SettingException(String.format(
                    Locale.ROOT,
                    "%s, line %d, column %d: expected UTF-8, found other bytes; save the file as UTF-8",
                    file,
                    text.chars().filter(c -> c == '\n').count() + 1,
                    text.length() - text.lastIndexOf('\n')));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Reads it as YAML; nothing where it is empty.
     *
     * @param file as it is named in complaints
     * @throws SettingException naming file, line and column, where it is no YAML
     */
    static Optional<Node> compose(String file, String text) {
        try {
            return new Compose(LoadSettings.builder()
                            .setUseMarks(true)
                            .setLabel(file)
                            .build())
                    .composeString(text);
        } catch (MarkedYamlEngineException e) {
            throw new SettingException(Marked.at(file, e.getProblemMark()) + ": " + words(e));
        } catch (YamlEngineException e) {
            throw new SettingException(file + ": " + e.getMessage());
        }
    }

    /** What the reader was at, where that began, and what it met: an open quotation is noticed only at the file's end. */
    private static String words(MarkedYamlEngineException e) {
        String begun = e.getContextMark()
                .map(mark -> " begun in line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                .orElse("");
        return e.getContext() == null ? e.getProblem() : e.getContext() + begun + ": " + e.getProblem();
    }
}

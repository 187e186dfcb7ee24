package org.pressmark.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code pressmark.yaml}: sections of keys, each value text, number, flag or list. */
public final class SettingsFile {
    private final Path file;
    private final Map<Setting, Settings.Value> found = new EnumMap<>(Setting.class);

    private SettingsFile(Path file) {
        this.file = file;
    }

    /**
     * The settings that a file gives.
     *
     * @throws SettingException naming file, line and column, if the file is no YAML or holds an unknown key
     * @throws IOException if it cannot be read
     */
    public static Map<Setting, Settings.Value> read(Path file) throws IOException {
        SettingsFile reading = new SettingsFile(file);
        YamlFile.compose(file.toString(), YamlFile.text(file)).ifPresent(root -> reading.section("", root));
        return reading.found;
    }

    private void section(String prefix, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new SettingException(at(node.getStartMark()) + ": expected keys with values"
                    + (prefix.isEmpty() ? "" : " under " + prefix));
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode name)) {
                throw new SettingException(at(entry.getKeyNode().getStartMark()) + ": expected a key");
            }
            String key = prefix.isEmpty() ? name.getValue() : prefix + "." + name.getValue();
            Optional<Setting> setting = Setting.of(key);
            if (setting.isPresent()) {
                found.put(
                        setting.get(),
                        new Settings.Value(text(key, entry.getValueNode()), "file " + at(name.getStartMark())));
            } else if (isSection(key)) {
                if (!(entry.getValueNode() instanceof ScalarNode empty
                        && empty.getValue().isEmpty())) {
                    section(key, entry.getValueNode());
                }
            } else {
                throw new SettingException(at(name.getStartMark()) + ": unknown setting '" + key
                        + "'; 'pressmark config' lists those there are");
            }
        }
    }

    private static boolean isSection(String key) {
        for (Setting setting : Setting.values()) {
            if (setting.key().startsWith(key + ".")) {
                return true;
            }
        }
        return false;
    }

    private String text(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        if (node instanceof SequenceNode sequence) {
            List<String> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                if (!(item instanceof ScalarNode scalar)) {
                    throw new SettingException(at(item.getStartMark()) + ": expected plain text in the list " + key);
                }
                items.add(scalar.getValue());
            }
            return String.join(", ", items);
        }
        throw new SettingException(at(node.getStartMark()) + ": expected a value for " + key + ", found a section");
    }

    private String at(Optional<Mark> mark) {
        return mark.map(place -> String.format(
                        Locale.ROOT, "%s, line %d, column %d", file, place.getLine() + 1, place.getColumn() + 1))
                .orElse(file.toString());
    }
}

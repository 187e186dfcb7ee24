package org.pressmark.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value in a YAML file that knows where it stands, so that every complaint names file, line and column. */
record Marked(String file, Node node) {

    /** The entries of a mapping, in order. */
    Map<String, Marked> entries(String what, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong("expected " + what + ": keys with values");
        }
        Map<String, Marked> out = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            Marked key = new Marked(file, entry.getKeyNode());
            String name = key.text();
            if (!known.contains(name)) {
                throw key.wrong(
                        "unknown key '" + name + "' in " + what + "; expected one of " + String.join(", ", known));
            }
            if (out.put(name, new Marked(file, entry.getValueNode())) != null) {
                throw key.wrong("the key '" + name + "' stands twice in " + what);
            }
        }
        return out;
    }

    List<Marked> items(String what) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong("expected a list of " + what + ", each behind a '-'");
        }
        List<Marked> out = new ArrayList<>();
        sequence.getValue().forEach(item -> out.add(new Marked(file, item)));
        return out;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw wrong("expected plain text, found a list or a section");
        }
        return scalar.getValue().strip();
    }

    /** A list of texts, or a single one. */
    List<Marked> oneOrMore(String what) {
        return node instanceof ScalarNode ? List.of(this) : items(what);
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    long number() {
        String text = text();
        if (!text.matches("[0-9]{1,12}")) {
            throw wrong("expected a whole number, found '" + text + "'");
        }
        return Long.parseLong(text);
    }

    boolean flag() {
        String text = text();
        if (!text.matches("true|false")) {
            throw wrong("expected true or false, found '" + text + "'");
        }
        return text.equals("true");
    }

    Duration duration() {
        return read(Settings::parseDuration);
    }

    long bytes() {
        return read(Settings::parseSize);
    }

    /** What is made of the text; a refusal becomes a complaint at this place. */
    <T> T read(Function<String, T> reading) {
        try {
            return reading.apply(text());
        } catch (IllegalArgumentException | SettingException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    SettingException wrong(String words) {
        return new SettingException(at(file, node.getStartMark()) + ": " + words);
    }

    /** The line on which it begins, from 0. */
    int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0);
    }

    /** The column at which it begins, from 0. */
    int column() {
        return node.getStartMark().map(Mark::getColumn).orElse(0);
    }

    static String at(String file, Optional<Mark> mark) {
        return mark.map(place -> String.format(
                        Locale.ROOT, "%s, line %d, column %d", file, place.getLine() + 1, place.getColumn() + 1))
                .orElse(file);
    }
}

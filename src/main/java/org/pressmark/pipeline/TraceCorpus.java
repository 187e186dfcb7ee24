package org.pressmark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pressmark.json.CorpusJson;
import org.pressmark.json.Json;
import org.pressmark.model.Derivation;
import org.pressmark.pipeline.PipelineException.Trouble;
import org.pressmark.provenance.ChainTracer;
import org.pressmark.provenance.TracedText;
import org.pressmark.reuse.CopyGroups;
import org.pressmark.text.WordRuns;

/**
 * Finds the copies among the texts of a corpus from outside, and where each comes from. The file is read twice: once for the
 * fingerprints of all texts, once for those that have copies; of the others memory holds no more than hashes.
 */
public final class TraceCorpus {
    /** A paragraph that stands in so many groups, which share nothing else, belongs to the sites and not to the stories. */
    private static final int STANDING = 4;

    private final Path file;
    private final List<String> ids = new ArrayList<>();
    private final List<long[]> paragraphs = new ArrayList<>();
    private final CopyGroups copies = new CopyGroups();
    private final Map<String, List<Integer>> groupOf = new HashMap<>();

    /** @param file JSON lines, each as {@link CorpusJson#read} has it */
    public TraceCorpus(Path file) {
        this.file = file;
    }

    /** Told what is found, as it is found. */
    public interface Listener {
        /** A text, in the order of the file, and the first text of its group of copies: itself where it has none. */
        void group(String id, String firstOfGroup);

        /** Where one text of a group comes from, with the probability that it is right as confidence. */
        void source(Derivation link);
    }

    /** Reads the corpus and tells all that is found. */
    public void run(Listener listener) throws IOException {
        groups(
                listener::group,
                texts -> ChainTracer.sources(texts, TraceProvenance.overlaps(texts))
                        .forEach(listener::source));
    }

    /**
     * Reads the corpus and hands over its groups of copies.
     *
     * @param labels told each text and the first text of its group, in the order of the file
     * @param each told the texts of each group of two and more, when the last of them is read
     */
    public void groups(BiConsumer<String, String> labels, Consumer<List<TracedText>> each) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new PipelineException(Trouble.INPUT, file + ": no such file; expected JSON lines, one text a line");
        }
        each(this::enter);
        List<List<Integer>> groups = copies.find();
        groups.forEach(group -> group.forEach(text -> groupOf.put(ids.get(text), group)));
        ids.forEach(id -> labels.accept(id, ids.get(groupOf(id).get(0))));
        Set<Long> standing = standing(groups);
        Map<Integer, List<TracedText>> open = new HashMap<>();
        each(line -> {
            List<Integer> group = groupOf(line.id());
            if (group.size() > 1) {
                List<TracedText> found = open.computeIfAbsent(group.get(0), first -> new ArrayList<>());
                found.add(CorpusArticle.of(line, paragraph -> standing.contains(key(paragraph))));
                if (found.size() == group.size()) {
                    open.remove(group.get(0));
                    each.accept(found);
                }
            }
        });
    }

    private void enter(CorpusJson.Text line) {
        List<String> parts = CorpusArticle.paragraphs(line);
        ids.add(line.id());
        copies.add(WordRuns.words(String.join("\n\n", parts)));
        paragraphs.add(parts.stream().mapToLong(TraceCorpus::key).distinct().toArray());
        if (groupOf.put(line.id(), List.of()) != null) {
            throw new PipelineException(Trouble.INPUT, file + ": the id " + line.id() + " stands twice");
        }
    }

    private List<Integer> groupOf(String id) {
        return groupOf.getOrDefault(id, List.of());
    }

    private Set<Long> standing(List<List<Integer>> groups) {
        Map<Long, Integer> count = new HashMap<>();
        for (List<Integer> group : groups) {
            Set<Long> of = new HashSet<>();
            for (int text : group) {
                for (long paragraph : paragraphs.get(text)) {
                    of.add(paragraph);
                }
            }
            of.forEach(paragraph -> count.merge(paragraph, 1, Integer::sum));
        }
        count.values().removeIf(groupsWithIt -> groupsWithIt < STANDING);
        return Set.copyOf(count.keySet());
    }

    private static long key(String paragraph) {
        return WordRuns.hash(WordRuns.words(paragraph));
    }

    private void each(Consumer<CorpusJson.Text> then) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Stream<JsonNode> lines = Json.lines(reader)) {
            lines.map(CorpusJson::read).forEach(then);
        }
    }
}

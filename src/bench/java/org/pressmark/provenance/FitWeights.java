package org.pressmark.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.pressmark.json.Json;
import org.pressmark.pipeline.TraceCorpus;
import org.pressmark.reuse.Likeness;

/**
 * Fits the weights of the signals: those with which the true trees of some corpora are likeliest among all trees (maximum
 * likelihood with a small penalty on large weights, by gradient). {@code WEIGHTS FOLDER…}: each folder has docs.jsonl and
 * gold.json; the weights are written as {@code weights.txt} has them.
 */
public final class FitWeights {
    private static final double PENALTY = Double.parseDouble(System.getProperty("penalty", "0.5"));
    private static final int ROUNDS = 600;

    /** A group of copies: for each text its options' signals, and which option is true; -1 where nothing is to be learnt. */
    record Group(List<double[][]> signals, int[][] parents, int[] truth) {}

    private FitWeights() {}

    public static void main(String[] args) throws IOException {
        List<List<SourceOdds.Choice>> all = new ArrayList<>();
        Map<String, Optional<String>> truth = new HashMap<>();
        for (int i = 1; i < args.length; i++) {
            String corpus = args[i];
            JsonNode gold = Json.parse(Files.readString(Path.of(corpus, "gold.json"), StandardCharsets.UTF_8));
            new TraceCorpus(Path.of(corpus, "docs.jsonl")).groups((id, first) -> {}, texts -> {
                Map<String, long[]> runs = new HashMap<>();
                texts.forEach(
                        text -> runs.put(text.id(), Likeness.runs(text.article().body())));
                LikenessSource likeness = (a, b) -> {
                    Likeness found = Likeness.of(runs.get(a), runs.get(b));
                    return Optional.of(new Overlap(found.ofFirst(), found.ofSecond(), found.inShorter()));
                };
                Copies copies = Copies.of(texts.get(0).id(), texts, likeness);
                Nodes nodes = new Nodes();
                Links links = new Links();
                Revisions.find(copies, links);
                new StatedLinks(copies, nodes, links).find();
                new AgencyLinks(copies, nodes, links).find();
                List<SourceOdds.Choice> choices = SourceOdds.choices(copies, nodes, links);
                all.add(choices);
                for (SourceOdds.Choice choice : choices) {
                    JsonNode parent =
                            gold.path("docs").path(choice.child().id()).path("parent");
                    truth.put(
                            System.identityHashCode(choices) + choice.child().id(),
                            parent.isTextual() ? Optional.of(parent.asText()) : Optional.empty());
                }
            });
        }
        TreeSet<String> names = new TreeSet<>();
        all.forEach(choices -> choices.forEach(choice ->
                choice.options().forEach(option -> option.signals().forEach(signal -> names.add(signal.name())))));
        List<String> index = List.copyOf(names);
        List<Group> groups = new ArrayList<>();
        int learnt = 0;
        for (List<SourceOdds.Choice> choices : all) {
            Map<String, Integer> places = new HashMap<>();
            choices.forEach(choice -> places.put(choice.child().id(), places.size()));
            List<double[][]> signals = new ArrayList<>();
            int[][] parents = new int[choices.size()][];
            int[] right = new int[choices.size()];
            for (int c = 0; c < choices.size(); c++) {
                SourceOdds.Choice choice = choices.get(c);
                double[][] of = new double[choice.options().size()][index.size()];
                parents[c] = new int[of.length];
                Optional<String> gold = truth.get(
                        System.identityHashCode(choices) + choice.child().id());
                right[c] = choice.stated() ? -1 : 0;
                for (int o = 0; o < of.length; o++) {
                    SourceOdds.Option option = choice.options().get(o);
                    for (Signal signal : option.signals()) {
                        of[o][index.indexOf(signal.name())] += signal.value();
                    }
                    parents[c][o] = option.parent().map(p -> places.get(p.id())).orElse(c);
                    if (!choice.stated() && option.parent().map(Copy::id).equals(gold)) {
                        right[c] = o;
                    }
                }
                learnt += choice.stated() ? 0 : 1;
                signals.add(of);
            }
            groups.add(new Group(signals, parents, right));
        }
        double[] weights = fit(groups, index.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < weights.length; i++) {
            out.append(String.format(Locale.ROOT, "%s %.2f%n", index.get(i), weights[i]));
        }
        Files.writeString(Path.of(args[0]), out.toString(), StandardCharsets.UTF_8);
        System.out.println(out + "texts without a stated source: " + learnt);
    }

    private static double[] fit(List<Group> groups, int size) {
        double[] weights = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int round = 1; round <= ROUNDS; round++) {
            double[] gradient = new double[size];
            double likelihood = 0;
            for (Group group : groups) {
                likelihood += add(group, weights, gradient);
            }
            double step = 0.05 * (round < ROUNDS / 2 ? 1 : 0.2);
            for (int i = 0; i < size; i++) {
                double g = gradient[i] - PENALTY * weights[i];
                mean[i] = 0.9 * mean[i] + 0.1 * g;
                square[i] = 0.999 * square[i] + 0.001 * g * g;
                double m = mean[i] / (1 - Math.pow(0.9, round));
                double v = square[i] / (1 - Math.pow(0.999, round));
                weights[i] += step * m / (Math.sqrt(v) + 1e-8);
            }
            if (round % 300 == 0) {
                System.out.printf(
                        Locale.ROOT, "round %d: log-likelihood of the single sources %.1f%n", round, likelihood);
            }
        }
        return weights;
    }

    private static double add(Group group, double[] weights, double[] gradient) {
        int n = group.truth().length;
        double[][] scores = new double[n][n];
        for (int c = 0; c < n; c++) {
            Arrays.fill(scores[c], Double.NEGATIVE_INFINITY);
            double[][] of = group.signals().get(c);
            for (int o = 0; o < of.length; o++) {
                double sum = 0;
                for (int i = 0; i < weights.length; i++) {
                    sum += of[o][i] * weights[i];
                }
                scores[c][group.parents()[c][o]] = sum;
            }
        }
        double[][] odds = TreeOdds.of(scores);
        double likelihood = 0;
        for (int c = 0; c < n; c++) {
            if (group.truth()[c] < 0) {
                continue;
            }
            double[][] of = group.signals().get(c);
            for (int o = 0; o < of.length; o++) {
                double p = odds[c][group.parents()[c][o]];
                double miss = (o == group.truth()[c] ? 1 : 0) - p;
                if (o == group.truth()[c]) {
                    likelihood += Math.log(Math.max(1e-9, p));
                }
                for (int i = 0; i < weights.length; i++) {
                    gradient[i] += miss * of[o][i];
                }
            }
        }
        return likelihood;
    }
}

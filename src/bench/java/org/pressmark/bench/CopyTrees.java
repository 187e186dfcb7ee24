package org.pressmark.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.pressmark.json.Json;

/**
 * Makes a corpus of invented news with known copies: {@code FOLDER DOCUMENTS SEED} writes {@code docs.jsonl} and
 * {@code gold.json}. Words are made of syllables; a third of the texts are copied in trees: cut, added to, reworded, mistyped,
 * given new headlines, credits and dates, merged with another story; every site has standing lines of its own; some copies
 * are made and never stored. The habits are others than those of the development corpora on purpose.
 */
public final class CopyTrees {
    private static final double COPIED = 0.35;
    private static final double HIDDEN = 0.1;
    private static final String[] SYLLABLES =
            "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bran cler drim frot glus".split(" ");

    private final Random chance;
    private final List<String> words = new ArrayList<>();
    private final List<String> sites = new ArrayList<>();
    private final Map<String, String> standing = new LinkedHashMap<>();
    private final List<Text> stored = new ArrayList<>();
    private int numbers;

    /** A text as it was published, stored or not; {@code merged} is the other story that it has paragraphs of. */
    private record Text(
            String id,
            String site,
            String url,
            String title,
            List<String> paragraphs,
            Instant at,
            Optional<Text> parent,
            int story,
            Optional<String> published,
            Optional<String> credit,
            String how,
            boolean hidden,
            Optional<Integer> merged) {}

    private CopyTrees(long seed) {
        this.chance = new Random(seed);
        while (words.size() < 6000) {
            StringBuilder word = new StringBuilder();
            for (int i = 1 + chance.nextInt(3); i >= 0; i--) {
                word.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        for (int i = 0; i < 120; i++) {
            String site = words.get(1000 + 37 * i) + "daily";
            sites.add(site);
            standing.put(site, sentence() + " " + sentence());
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        CopyTrees made = new CopyTrees(Long.parseLong(args[2]));
        made.make(Integer.parseInt(args[1]));
        made.write(folder);
    }

    private void make(int documents) {
        int story = 0;
        while (stored.size() < documents) {
            Text root = root(story++);
            List<Text> tree = new ArrayList<>(List.of(root));
            if (chance.nextDouble() < COPIED / 3) {
                int size = 2 + (int) Math.min(14, -4 * Math.log(1 - chance.nextDouble()));
                while (tree.size() < size) {
                    // a copy is made from any text there is, the newest rather than the oldest
                    Text from = tree.get((int) (tree.size() * Math.sqrt(chance.nextDouble())));
                    tree.add(copy(from));
                }
            }
            tree.stream().filter(text -> !text.hidden()).forEach(stored::add);
        }
        Collections.shuffle(stored, chance);
    }

    private Text root(int story) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 4 + chance.nextInt(12); i > 0; i--) {
            paragraphs.add(paragraph());
        }
        String site = any(sites);
        Instant at = Instant.parse("2024-05-01T06:00:00Z").plus(Duration.ofMinutes(chance.nextInt(90 * 24 * 60)));
        return text(
                site,
                title(),
                paragraphs,
                at,
                Optional.empty(),
                story,
                Optional.of(at.toString()),
                Optional.empty(),
                "own",
                chance.nextDouble() < HIDDEN,
                Optional.empty());
    }

    private Text copy(Text from) {
        List<String> paragraphs = new ArrayList<>(from.paragraphs());
        double amount = chance.nextDouble();
        if (chance.nextDouble() < 0.45 && paragraphs.size() > 3) {
            paragraphs = new ArrayList<>(
                    paragraphs.subList(0, paragraphs.size() - 1 - chance.nextInt(paragraphs.size() / 2)));
        }
        for (int i = 0; i < paragraphs.size(); i++) {
            if (chance.nextDouble() < 0.08 && paragraphs.size() > 3) {
                paragraphs.remove(i--);
            } else {
                paragraphs.set(i, reworded(paragraphs.get(i), 0.004 + 0.02 * amount * amount));
            }
        }
        if (chance.nextDouble() < 0.3) {
            paragraphs.add(1 + chance.nextInt(paragraphs.size()), paragraph());
        }
        Optional<Integer> merged = from.merged();
        if (chance.nextDouble() < 0.02 && !stored.isEmpty()) {
            Text other = any(stored);
            paragraphs.addAll(
                    other.paragraphs().subList(0, Math.min(2, other.paragraphs().size())));
            merged = Optional.of(other.story());
        }
        String site = any(sites);
        String title = chance.nextDouble() < 0.4 ? title() : from.title();
        Instant at = from.at().plus(Duration.ofMinutes((long) (10 - 1500 * Math.log(1 - chance.nextDouble()))));
        double date = chance.nextDouble();
        Optional<String> published = date < 0.2
                ? Optional.empty()
                : date < 0.3
                        ? from.published()
                        : Optional.of(date < 0.6 ? at.toString().substring(0, 10) : at.toString());
        double credit = chance.nextDouble();
        Optional<String> line = credit < 0.15
                ? Optional.of("First published by " + name(from.site()) + ".")
                : credit < 0.3
                        ? Optional.of("Read the original at " + from.url())
                        : credit < 0.4 ? from.credit() : Optional.empty();
        String how = credit < 0.15 ? "site" : credit < 0.3 ? "url" : credit < 0.4 ? "inherit" : "drop";
        return text(
                site,
                title,
                paragraphs,
                at,
                Optional.of(from),
                from.story(),
                published,
                line,
                how,
                chance.nextDouble() < HIDDEN,
                merged);
    }

    private Text text(
            String site,
            String title,
            List<String> paragraphs,
            Instant at,
            Optional<Text> parent,
            int story,
            Optional<String> published,
            Optional<String> credit,
            String how,
            boolean hidden,
            Optional<Integer> merged) {
        String id = "t" + String.format(Locale.ROOT, "%07d", chance.nextInt(10_000_000)) + "-" + numbers++;
        String day = at.toString().substring(0, 10).replace('-', '/');
        boolean dated = chance.nextDouble() < 0.3;
        String slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String url = "https://www." + site + ".example/" + (dated ? day + "/" : "news/") + slug + "-" + id.hashCode();
        return new Text(
                id,
                site,
                url,
                title,
                List.copyOf(paragraphs),
                at,
                parent,
                story,
                published,
                credit,
                how,
                hidden,
                merged);
    }

    private String reworded(String paragraph, double share) {
        return Arrays.stream(paragraph.split(" "))
                .map(word -> {
                    double what = chance.nextDouble();
                    if (what > share || word.length() < 4) {
                        return word;
                    }
                    int at = 1 + chance.nextInt(word.length() - 2);
                    return what < share / 3 ? word.substring(0, at) + word.substring(at + 1) : word();
                })
                .collect(Collectors.joining(" "));
    }

    private String paragraph() {
        StringBuilder out = new StringBuilder();
        for (int i = 1 + chance.nextInt(4); i >= 0; i--) {
            out.append(out.length() == 0 ? "" : " ").append(sentence());
        }
        return out.toString();
    }

    private String sentence() {
        StringBuilder out = new StringBuilder();
        for (int i = 7 + chance.nextInt(18); i >= 0; i--) {
            out.append(out.length() == 0 ? "" : " ").append(word());
        }
        out.setCharAt(0, Character.toUpperCase(out.charAt(0)));
        return out.append('.').toString();
    }

    private String title() {
        return sentence().replaceAll("^((?:\\S+ ){6}).*", "$1").strip();
    }

    /** Some words are common, most are rare. */
    private String word() {
        double u = chance.nextDouble();
        return words.get((int) (words.size() * u * u * u));
    }

    private <T> T any(List<T> list) {
        return list.get(chance.nextInt(list.size()));
    }

    private static String name(String site) {
        return Character.toUpperCase(site.charAt(0)) + site.substring(1);
    }

    private void write(Path folder) throws IOException {
        ObjectNode docs = Json.object();
        ArrayNode edges = Json.array();
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("docs.jsonl"), StandardCharsets.UTF_8)) {
            for (Text text : stored) {
                out.write(Json.compact(document(text)) + "\n");
                List<String> ancestors = new ArrayList<>();
                int hidden = 0;
                for (Optional<Text> up = text.parent();
                        up.isPresent();
                        up = up.get().parent()) {
                    hidden += up.get().hidden() && ancestors.isEmpty() ? 1 : 0;
                    if (!up.get().hidden()) {
                        ancestors.add(up.get().id());
                    }
                }
                ObjectNode gold = docs.putObject(text.id());
                gold.put("cluster", "s" + text.story())
                        .put("credit", text.how())
                        .put("kind", "copy")
                        .put("datemode", "any");
                ArrayNode all = gold.putArray("ancestors");
                ancestors.forEach(all::add);
                gold.put("parent", ancestors.isEmpty() ? null : ancestors.get(0));
                if (!ancestors.isEmpty()) {
                    edges.addObject()
                            .put("child", text.id())
                            .put("parent", ancestors.get(0))
                            .put("via_hidden", hidden);
                }
            }
        }
        ObjectNode gold = Json.object();
        gold.set("docs", docs);
        gold.set("edges", edges);
        gold.putArray("second_edges");
        ArrayNode merged = gold.putArray("ignore_pairs_with_cluster");
        for (Text text : stored) {
            text.merged().ifPresent(story -> merged.addArray().add(text.id()).add("s" + story));
        }
        Files.writeString(folder.resolve("gold.json"), Json.compact(gold), StandardCharsets.UTF_8);
    }

    private ObjectNode document(Text text) {
        List<String> paragraphs = new ArrayList<>(text.paragraphs());
        text.credit().ifPresent(paragraphs::add);
        paragraphs.add(standing.getOrDefault(text.site(), ""));
        ObjectNode out = Json.object()
                .put("id", text.id())
                .put("url", text.url())
                .put("site", text.site())
                .put("title", text.title())
                .put("byline", (String) null)
                .put("canonical", text.url());
        out.putObject("meta");
        return out.put("published", text.published().orElse(null))
                .put(
                        "fetched",
                        text.at()
                                .plus(Duration.ofHours(1 + text.id().hashCode() % 200 + 200L))
                                .toString())
                .put("text", String.join("\n\n", paragraphs));
    }
}

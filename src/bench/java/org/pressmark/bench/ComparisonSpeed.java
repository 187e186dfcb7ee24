package org.pressmark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.pressmark.compare.Comparer;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Place;
import org.pressmark.model.Witness;

/**
 * How long comparison takes, in process, extraction not counted: the text is made of invented words by a fixed seed, spread
 * as words of a language are. Prints one line of a table for each case. Run by {@code compare.sh}.
 *
 * <p>Arguments: {@code write FOLDER} (the pairs as files, for other programs), {@code peers}, {@code worst}, {@code curve},
 * {@code articles}.
 */
public final class ComparisonSpeed {
    private static final int MEGABYTE = 1_000_000;

    private record Pair(List<String> a, List<String> b) {
        static Pair of(String a, String b) {
            return new Pair(paragraphs(a), paragraphs(b));
        }

        private static List<String> paragraphs(String text) {
            return List.of(text.split("\n\n", -1));
        }
    }

    private ComparisonSpeed() {}

    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "write" -> write(Path.of(arguments[1]));
            case "peers" -> edited(MEGABYTE).forEach((name, pair) -> row(name, pair, 5));
            case "worst" -> worst().forEach((name, pair) -> row(name, pair, 1));
            case "curve" -> curve();
            default -> articles();
        }
    }

    private static void write(Path folder) throws IOException {
        for (Map.Entry<String, Pair> entry : edited(MEGABYTE).entrySet()) {
            Path there = Files.createDirectories(folder.resolve(entry.getKey().replace(' ', '-')));
            Files.writeString(there.resolve("a.txt"), String.join("\n\n", entry.getValue().a()) + "\n");
            Files.writeString(there.resolve("b.txt"), String.join("\n\n", entry.getValue().b()) + "\n");
        }
    }

        /** Processor time of this process, so that other work on the machine counts little. */
    private static double clock() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** The best of some runs after one to warm up, and the changes found. */
    private static void row(String name, Pair pair, int runs) {
        Witness a = witness("A", pair.a());
        Witness b = witness("B", pair.b());
        double best = Double.MAX_VALUE;
        int changes = 0;
        for (int i = 0; i <= runs; i++) {
            double begin = clock();
            Comparison found = new Comparer().compare(a, b);
            double took = clock() - begin;
            best = i == 0 && runs > 1 ? best : Math.min(best, took);
            changes = found.changes().size();
        }
        System.out.printf(Locale.ROOT, "| %s | %.2f | %d |%n", name, best, changes);
    }

    private static void curve() {
        for (int size = 64_000; size <= 4_096_000; size *= 2) {
            int kilobytes = size / 1000;
            edited(size).forEach((name, pair) -> row(kilobytes + " kB, " + name, pair, 2));
        }
    }

    private static void articles() {
        List<Witness[]> pairs = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Pair pair = edited(4_500, i).get("10 % of words");
            pairs.add(new Witness[] {witness("A", pair.a()), witness("B", pair.b())});
        }
        double best = 0;
        for (int round = 0; round < 8; round++) {
            double begin = clock();
            for (Witness[] pair : pairs) {
                new Comparer().compare(pair[0], pair[1]);
            }
            best = Math.max(best, pairs.size() / (clock() - begin));
        }
        System.out.printf(Locale.ROOT, "pairs of articles of 4.5 kB, 10 %% of words edited: %.0f a second%n", best);
    }

    private static Witness witness(String siglum, List<String> paragraphs) {
        List<Block> blocks = paragraphs.stream()
                .map(text -> Block.of(BlockKind.PARAGRAPH, text, Place.NONE))
                .toList();
        Article article = Article.ofBlocks("bench", "en", blocks);
        return new Witness(siglum, siglum, article, Optional.empty(), Optional.empty());
    }

    private static Map<String, Pair> edited(int size) {
        return edited(size, 7);
    }

    private static Map<String, Pair> edited(int size, int seed) {
        List<String> text = text(size, seed);
        Random random = new Random(seed + 1);
        List<String> shuffled = new ArrayList<>(text);
        Collections.shuffle(shuffled, random);
        Map<String, Pair> out = new LinkedHashMap<>();
        out.put("light edits", new Pair(text, replaced(text, 0.001, random)));
        out.put("10 % of words", new Pair(text, replaced(text, 0.1, random)));
        out.put("paragraphs shuffled", new Pair(text, shuffled));
        return out;
    }

    private static List<String> replaced(List<String> text, double part, Random random) {
        List<String> out = new ArrayList<>();
        for (String paragraph : text) {
            String[] words = paragraph.split(" ", -1);
            for (int i = 0; i < words.length; i++) {
                if (random.nextDouble() < part) {
                    words[i] = word(random.nextInt(20_000));
                }
            }
            out.add(String.join(" ", words));
        }
        return out;
    }

    /** Paragraphs of two to four sentences, every fifth a quotation. */
    private static List<String> text(int size, int seed) {
        Random random = new Random(seed);
        List<String> out = new ArrayList<>();
        int length = 0;
        while (length < size) {
            StringBuilder paragraph = new StringBuilder();
            int sentences = 2 + random.nextInt(3);
            for (int s = 0; s < sentences; s++) {
                boolean quoted = random.nextInt(5) == 0;
                String words = sentence(8 + random.nextInt(18), random);
                paragraph
                        .append(paragraph.length() == 0 ? "" : " ")
                        .append(quoted ? "“" + words + ",” said Jane " + capital(word(random.nextInt(500))) : words)
                        .append('.');
            }
            out.add(paragraph.toString());
            length += paragraph.length() + 2;
        }
        return out;
    }

    private static String sentence(int words, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            // the n-th word about n times rarer than the first, as in any language
            String word = word((int) Math.pow(20_000, random.nextDouble()));
            out.append(i == 0 ? capital(word) : " " + word);
        }
        return out.toString();
    }

    private static String word(int number) {
        String[] syllables = {"ta", "ri", "no", "ke", "lu", "ma", "so", "vi", "pe", "da"};
        StringBuilder out = new StringBuilder();
        for (int rest = number + 3; rest > 0; rest /= 10) {
            out.append(syllables[rest % 10]);
        }
        return out.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static Map<String, Pair> worst() {
        Random random = new Random(3);
        Map<String, Pair> out = new LinkedHashMap<>();
        IntFunction<String> repeated = half -> "a ".repeat(half);
        out.put("one token repeated", Pair.of(repeated.apply(500_000), repeated.apply(499_000) + "b " + repeated.apply(900)));
        out.put("two tokens in any order", Pair.of(tokens(500_000, 2, random), tokens(500_000, 2, random)));
        out.put("ten tokens in any order", Pair.of(tokens(500_000, 10, random), tokens(500_000, 10, random)));
        out.put("all tokens different", Pair.of(different(0), different(1_000_000)));
        String endless = String.join(" ", text(MEGABYTE, 5)).replaceAll("[.“”]", "");
        out.put("one endless sentence", Pair.of(endless, String.join(" ", replaced(List.of(endless), 0.1, random))));
        out.put("no spaces at all", Pair.of("x".repeat(MEGABYTE), "x".repeat(MEGABYTE / 2) + "y" + "x".repeat(MEGABYTE / 2)));
        String letters = letters(random);
        out.put("no spaces, any letters", Pair.of(letters, letters(random)));
        out.put("opening quotation marks", Pair.of("“a ".repeat(MEGABYTE / 3), "“b ".repeat(MEGABYTE / 3)));
        out.put("single quotation marks", Pair.of("'a ' ".repeat(MEGABYTE / 5), "'b ' ".repeat(MEGABYTE / 5)));
        out.put("nested quotations", Pair.of(nested("“", "”"), nested("‘", "’")));
        out.put("nested brackets", Pair.of("[(".repeat(MEGABYTE / 4) + ")]".repeat(MEGABYTE / 4), "[".repeat(MEGABYTE / 2) + "]".repeat(MEGABYTE / 2)));
        out.put("many short quotations", Pair.of("“a b c d e” ".repeat(MEGABYTE / 12), "“a b c d f” ".repeat(MEGABYTE / 12)));
        out.put("many equal lines", Pair.of("He said no.\n\n".repeat(MEGABYTE / 13), "He said no.\n\n".repeat(MEGABYTE / 14) + "She said yes.\n\n"));
        out.put("many nearly equal lines", Pair.of(lines(random), lines(random)));
        out.put("only punctuation", Pair.of("?!.,;:".repeat(MEGABYTE / 6), ";:?.,!".repeat(MEGABYTE / 6)));
        out.put("only line feeds and stops", Pair.of(".\n\n".repeat(MEGABYTE / 3), "!\n\n".repeat(MEGABYTE / 3)));
        out.put("numbers and abbreviations", Pair.of("Mr. A. 1. U.S. ".repeat(MEGABYTE / 15), "Mr. B. 2. U.K. ".repeat(MEGABYTE / 15)));
        out.put("against nothing", Pair.of(String.join("\n\n", text(MEGABYTE, 6)), ""));
        List<String> sentences = new ArrayList<>(Arrays.asList(String.join(" ", text(MEGABYTE, 8)).split("(?<=[.]) ", -1)));
        String ordered = String.join(" ", sentences);
        Collections.shuffle(sentences, random);
        out.put("sentences in random order", Pair.of(ordered, String.join(" ", sentences)));
        out.put("another text altogether", Pair.of(String.join("\n\n", text(MEGABYTE, 9)), String.join("\n\n", text(MEGABYTE, 10))));
        out.put("half of the words another", new Pair(text(MEGABYTE, 11), replaced(text(MEGABYTE, 11), 0.5, random)));
        out.put("ideographs", Pair.of(ideographs(random, 330_000), ideographs(random, 330_000)));
        out.put("combining marks", Pair.of("e\u0301\u0302".repeat(MEGABYTE / 5), "e\u0302\u0301".repeat(MEGABYTE / 5)));
        out.put("character references", Pair.of("&amp;amp;quot;".repeat(MEGABYTE / 14), "&amp;quot;".repeat(MEGABYTE / 10)));
        return out;
    }

    private static String tokens(int count, int kinds, Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append((char) ('a' + random.nextInt(kinds))).append(' ');
        }
        return out.toString();
    }

    private static String different(int from) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; out.length() < MEGABYTE; i++) {
            out.append(word(from + i)).append(i % 12 == 11 ? ". " : " ");
        }
        return out.toString();
    }

    private static String letters(Random random) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < MEGABYTE; i++) {
            out.append((char) ('a' + random.nextInt(26)));
        }
        return out.toString();
    }

    private static String nested(String open, String close) {
        return ("word " + open).repeat(MEGABYTE / 14) + ("word" + close + " ").repeat(MEGABYTE / 14);
    }

    private static String lines(Random random) {
        StringBuilder out = new StringBuilder();
        while (out.length() < MEGABYTE) {
            out.append("The ").append(word(random.nextInt(40))).append(" said ").append(word(random.nextInt(40))).append(".\n\n");
        }
        return out.toString();
    }

    private static String ideographs(Random random, int count) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < count; i++) {
            out.append(i % 20 == 19 ? '。' : (char) (0x4E00 + random.nextInt(2000)));
        }
        return out.toString();
    }
}

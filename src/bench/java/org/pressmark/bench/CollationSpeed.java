package org.pressmark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.compare.Collator;
import org.pressmark.compare.Sigla;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Place;
import org.pressmark.model.Witness;

/**
 * How long an apparatus takes, in process, extraction not counted: witnesses of 1,000 invented words by a fixed seed, each
 * with two words in a hundred replaced, one sentence added and one left out. Prints one line of a table for each case:
 * processor time of the process, cold (the first apparatus of all) and warm (median of nine). Run by {@code collate.sh}.
 */
public final class CollationSpeed {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CollationSpeed() {}

    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "| first apparatus of 20, cold | %.2f | %d |%n", seconds(20), places);
        for (int round = 0; round < 12; round++) {
            seconds(20);
        }
        for (int witnesses : new int[] {3, 5, 10, 20, 40, 80}) {
            double[] times = new double[9];
            for (int i = 0; i < times.length; i++) {
                times[i] = seconds(witnesses);
            }
            Arrays.sort(times);
            System.out.printf(Locale.ROOT, "| %d witnesses, warm | %.2f | %d |%n", witnesses, times[4], places);
        }
    }

    private static int places;

    private static double seconds(int count) {
        List<Witness> witnesses = new ArrayList<>();
        for (int w = 0; w < count; w++) {
            witnesses.add(witness(Sigla.of(w), w));
        }
        long before = SYSTEM.getProcessCpuTime();
        Apparatus apparatus = new Collator().collate(witnesses, 0);
        places = apparatus.places().size();
        return (SYSTEM.getProcessCpuTime() - before) / 1e9;
    }

    private static Witness witness(String siglum, int number) {
        Random text = new Random(1);
        Random edits = new Random(100 + number);
        List<String> sentences = new ArrayList<>();
        for (int s = 0; s < 50; s++) {
            String sentence = Stream.generate(() -> word(text)).limit(20).collect(Collectors.joining(" "));
            String edited = Arrays.stream(sentence.split(" ", -1))
                    .map(word -> number > 0 && edits.nextInt(50) == 0 ? word(edits) : word)
                    .collect(Collectors.joining(" "));
            sentences.add(Character.toUpperCase(edited.charAt(0)) + edited.substring(1) + ".");
        }
        if (number > 0) {
            sentences.remove(edits.nextInt(sentences.size()));
            String added = Stream.generate(() -> word(edits)).limit(20).collect(Collectors.joining(" "));
            sentences.add(edits.nextInt(sentences.size()), "And " + added + ".");
        }
        List<Block> blocks = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s += 3) {
            String paragraph = String.join(" ", sentences.subList(s, Math.min(s + 3, sentences.size())));
            blocks.add(Block.of(BlockKind.PARAGRAPH, paragraph, Place.NONE));
        }
        Article article = Article.ofBlocks("bench", "en", blocks);
        return new Witness(siglum, siglum, article, Optional.empty(), Optional.empty());
    }

    /** Words are spread as those of a language are: few common, many rare. */
    private static String word(Random random) {
        int rank = (int) (4000 * Math.pow(random.nextDouble(), 3));
        Random letters = new Random(rank);
        StringBuilder out = new StringBuilder();
        int syllables = 1 + Math.min(3, rank / 300);
        for (int i = 0; i < syllables; i++) {
            out.append("bdfgklmnprstvz".charAt(letters.nextInt(14))).append("aeiou".charAt(letters.nextInt(5)));
        }
        return out.toString();
    }
}

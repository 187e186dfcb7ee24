package org.pressmark.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words with which pages credit, from {@code credit-phrases.txt} beside this class. */
final class CreditPhrases {
    private static final CreditPhrases ALL =
            new CreditPhrases(Publishers.lines("/org/pressmark/provenance/credit-phrases.txt"));

    /** What the words announce. */
    enum Kind {
        ORIGINAL_URL,
        SOURCE_CREDIT,
        FIRST_APPEARED,
        REPUBLISHED,
        WITH_INPUTS,
        PHOTO
    }

    /**
     * A phrase that was found.
     *
     * @param start first character of the phrase
     * @param end one past the phrase, its colon and the space behind it
     */
    record Found(Kind kind, int start, int end) {}

    /** In order of trial: what is about a picture is never about the text. */
    private static final List<Kind> ORDER = List.of(
            Kind.PHOTO, Kind.ORIGINAL_URL, Kind.SOURCE_CREDIT, Kind.FIRST_APPEARED, Kind.REPUBLISHED, Kind.WITH_INPUTS);

    private final Map<Kind, Pattern> atStart = new EnumMap<>(Kind.class);
    private final Map<Kind, Pattern> anywhere = new EnumMap<>(Kind.class);

    private CreditPhrases(List<String> lines) {
        Map<Kind, List<String>> start = new EnumMap<>(Kind.class);
        Map<Kind, List<String>> any = new EnumMap<>(Kind.class);
        for (String line : lines) {
            String[] parts = line.split("\\|", 4);
            if (parts.length != 4) {
                throw new IllegalStateException("expected 'kind | where | languages | phrase', found: " + line);
            }
            Kind kind = Kind.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace('-', '_'));
            start.computeIfAbsent(kind, k -> new ArrayList<>()).add(parts[3].strip());
            if (parts[1].strip().equals("any")) {
                any.computeIfAbsent(kind, k -> new ArrayList<>()).add(parts[3].strip());
            }
        }
        start.forEach((kind, phrases) -> atStart.put(kind, pattern("^[\\s\\p{Z}\\p{Pd}*•>(\\[]*(?<phrase>", phrases)));
        any.forEach((kind, phrases) -> anywhere.put(kind, pattern("(?<![\\p{L}\\p{N}])(?<phrase>", phrases)));
    }

    static CreditPhrases all() {
        return ALL;
    }

    /** The phrase that a line opens with, an opening bracket or dash passed over. */
    Optional<Found> opening(String line) {
        return find(line, atStart);
    }

    /** A phrase at the start of the line or, for those that are long enough to be safe, within it. */
    Optional<Found> within(String line) {
        return opening(line).or(() -> find(line, anywhere));
    }

    private static Optional<Found> find(String line, Map<Kind, Pattern> patterns) {
        for (Kind kind : ORDER) {
            Pattern pattern = patterns.get(kind);
            if (pattern != null) {
                Matcher found = pattern.matcher(line);
                if (found.find()) {
                    return Optional.of(new Found(kind, found.start("phrase"), found.end()));
                }
            }
        }
        return Optional.empty();
    }

    private static Pattern pattern(String opening, List<String> phrases) {
        StringBuilder out = new StringBuilder(opening);
        List<String> longestFirst = new ArrayList<>(phrases);
        longestFirst.sort(
                Comparator.comparingInt((String phrase) -> -phrase.length()).thenComparing(phrase -> phrase));
        for (int i = 0; i < longestFirst.size(); i++) {
            out.append(i == 0 ? "" : "|").append(words(longestFirst.get(i)));
        }
        out.append(")[\\s\\p{Z}:：]*");
        return Pattern.compile(out.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String words(String phrase) {
        String text = phrase;
        boolean colon = text.endsWith(":") || text.endsWith("：");
        text = colon ? text.substring(0, text.length() - 1).strip() : text;
        StringBuilder out = new StringBuilder();
        for (String word : text.split("\\s+", -1)) {
            out.append(out.length() == 0 ? "" : "[\\s\\p{Z}]+")
                    .append(Pattern.quote(word).replace("'", "\\E['’]\\Q"));
        }
        return out.append(colon ? "[\\s\\p{Z}]*[:：]" : "(?![\\p{L}\\p{N}])").toString();
    }
}

package org.pressmark.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Severity;

/** What changes are called in front of people. */
final class ChangeWords {
    private ChangeWords() {}

    /** The kind in words, e.g. {@code bracket insertion}, {@code headline}, {@code words of a quotation replaced}. */
    static String kind(ChangeKind kind) {
        String word = kind.word().replace('-', ' ');
        return switch (kind) {
            case QUOTE_INTERPOLATION -> "words added in a quotation";
            case QUOTE_OMISSION -> "words left out of a quotation";
            case QUOTE_SUBSTITUTION -> "words replaced in a quotation";
            case QUOTE_ADDED -> "quotation added";
            case QUOTE_REMOVED -> "quotation removed";
            case QUOTE_MARKS_CHANGED -> "quotation marks changed";
            case ATTRIBUTION_SPEAKER -> "another speaker named";
            case ATTRIBUTION_VERB -> "another speech verb";
            default -> word.endsWith(" changed") ? word.substring(0, word.length() - " changed".length()) : word;
        };
    }

    /** The kind and, for what touches a quotation, whose. */
    static String title(Change change) {
        return title(change.kind(), change.inQuotation(), change.speaker());
    }

    static String title(ChangeKind changeKind, boolean inQuotation, Optional<String> speaker) {
        String kind = kind(changeKind);
        if (!inQuotation) {
            return kind;
        }
        boolean saysSo = kind.contains("quotation") || kind.contains("speaker") || kind.contains("speech");
        if (speaker.isPresent()) {
            String name = Shown.line(speaker.get());
            return kind + (saysSo ? ", " + name : ", inside a quotation of " + name);
        }
        return saysSo ? kind + ", speaker unknown" : kind + ", inside a quotation (speaker unknown)";
    }

    /** How many changes there are of each severity, highest first, e.g. {@code 1 critical · 1 high · 6 notice}. */
    static String counts(List<Change> changes, String dot) {
        return counted(changes.stream().map(Change::severity).toList(), dot);
    }

    /** The same of anything that has a severity. */
    static String counted(List<Severity> severities, String dot) {
        Map<Severity, Integer> counts = count(severities);
        List<String> words = new ArrayList<>();
        counts.forEach((severity, count) -> words.add(Words.number(count) + " " + severity.word()));
        return String.join(" " + dot + " ", words);
    }

    /** Changes by severity, highest first; severities without any are absent. */
    static Map<Severity, Integer> severities(List<Change> changes) {
        return count(changes.stream().map(Change::severity).toList());
    }

    private static Map<Severity, Integer> count(List<Severity> severities) {
        Map<Severity, Integer> found = new EnumMap<>(Severity.class);
        severities.forEach(severity -> found.merge(severity, 1, Integer::sum));
        Map<Severity, Integer> counts = new LinkedHashMap<>();
        Severity[] all = Severity.values();
        for (int i = all.length - 1; i >= 0; i--) {
            Integer count = found.get(all[i]);
            if (count != null) {
                counts.put(all[i], count);
            }
        }
        return counts;
    }

    /** What differs in presentation only, one phrase a kind, e.g. {@code 41 typographic}, {@code 7 comments}. */
    static List<String> presentation(Comparison comparison) {
        List<String> words = new ArrayList<>();
        new EnumMap<ChangeKind, Integer>(withoutNone(comparison.presentation())).forEach((kind, count) -> {
            String many = Words.number(count) + " ";
            boolean one = count == 1;
            switch (kind) {
                case TYPOGRAPHY -> words.add(many + "typographic");
                case PUNCTUATION -> words.add(many + "of punctuation");
                case SPELLING_VARIANT -> words.add(many + (one ? "spelling variant" : "spelling variants"));
                case PARAGRAPHING -> words.add(many + (one ? "paragraph break" : "paragraph breaks"));
                case MARKUP -> words.add(many + "of mark-up");
                default -> words.add(boilerplate(comparison, count));
            }
        });
        return words;
    }

    private static String boilerplate(Comparison comparison, int count) {
        int comments = comparison.base().article().commentCount()
                + comparison.other().article().commentCount();
        return comments > 0 && comments == count
                ? Words.count(count, "comment")
                : Words.count(count, "block outside the article", "blocks outside the article");
    }

    private static Map<ChangeKind, Integer> withoutNone(Map<ChangeKind, Integer> counts) {
        Map<ChangeKind, Integer> out = new EnumMap<>(ChangeKind.class);
        counts.forEach((kind, count) -> {
            if (count > 0) {
                out.put(kind, count);
            }
        });
        return out;
    }
}

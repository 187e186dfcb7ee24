package org.pressmark.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pressmark.model.Change;
import org.pressmark.model.ChangeKind;
import org.pressmark.model.Comparison;
import org.pressmark.model.Comparison.Verdict;
import org.pressmark.model.Severity;
import org.pressmark.model.Witness;

/** What a comparison found, in one sentence: what differs, never who did it. */
final class Findings {
    private static final int PHRASES = 3;

    private final Comparison comparison;
    private final String base;
    private final String other;

    /**
     * @param base what the first copy is called, e.g. {@code A} or {@code the copy on copies.example}
     * @param other what the second copy is called
     */
    Findings(Comparison comparison, String base, String other) {
        this.comparison = comparison;
        this.base = base;
        this.other = other;
    }

    /** E.g. "B has words in square brackets inside a quotation of Cavusoglu that A does not have; the headlines differ." */
    String sentence() {
        String part = readInPart();
        return part.isEmpty() ? found() : part + " " + found();
    }

    /** What is said of the whole of a copy must not be taken for it where only its beginning was read. */
    private String readInPart() {
        List<String> cut = new ArrayList<>();
        if (cutShort(comparison.base())) {
            cut.add(base);
        }
        if (cutShort(comparison.other())) {
            cut.add(other);
        }
        String read = cut.isEmpty() ? "" : "Only the beginning of " + String.join(" and of ", cut) + " was read.";
        return Stream.concat(Stream.of(read), notes().stream())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Of each copy that was cut short when it was captured: why, and how much there is of it. */
    List<String> notes() {
        List<String> out = new ArrayList<>();
        if (comparison.base().cutShort().isPresent()) {
            out.add(CutWords.of(base, comparison.base()));
        }
        if (comparison.other().cutShort().isPresent()) {
            out.add(CutWords.of(other, comparison.other()));
        }
        return out;
    }

    private static boolean cutShort(Witness copy) {
        return copy.article().notes().stream().anyMatch(note -> note.value().equals("cut-short"));
    }

    private String found() {
        List<Verdict> verdicts = comparison.verdicts();
        List<Change> changes = comparison.changes();
        if (verdicts.contains(Verdict.UNRELATED)) {
            return "The two texts have next to nothing in common.";
        }
        if (changes.isEmpty()) {
            List<String> rest = ChangeWords.presentation(comparison);
            boolean cut = verdicts.contains(Verdict.CUT_SHORT);
            if (cut && !rest.isEmpty()) {
                return "What is stored of both has the same wording; it differs in presentation only ("
                        + Words.list(rest) + ").";
            }
            if (cut) {
                return "What is stored of both says the same; whether the rest does is not known.";
            }
            return rest.isEmpty()
                    ? (readInPart().isEmpty() ? "The two copies say" : "What was read of the two copies says")
                            + " the same, character for character."
                    : "The two copies have the same wording; they differ in presentation only (" + Words.list(rest)
                            + ").";
        }
        Map<String, Integer> phrases = new LinkedHashMap<>();
        Severity top = changes.get(0).severity();
        for (Change change : changes) {
            if (change.severity() == top || change.severity().compareTo(Severity.HIGH) >= 0) {
                phrases.merge(phrase(change), 1, Integer::sum);
            }
        }
        List<String> words = new ArrayList<>();
        phrases.forEach((phrase, count) -> words.add(count == 1 ? phrase : phrase + " (" + count + " places)"));
        String found = String.join("; ", words.subList(0, Math.min(PHRASES, words.size())));
        int more = words.size() - PHRASES;
        return Words.sentence(found) + (more > 0 ? "; and " + Words.count(more, "more difference") : "") + ".";
    }

    /** Verdicts on the pair in sentences; those that the finding says already are left out. */
    List<String> verdicts() {
        List<String> out = new ArrayList<>();
        for (Verdict verdict : comparison.verdicts()) {
            switch (verdict) {
                case SILENT_EDIT ->
                    out.add("The page's text changed between the two captures, and the later one has "
                            + "neither a correction note nor a newer time of update.");
                case FRAMING_SHIFT -> out.add("The headline differs while the body is the same or nearly so.");
                case IDENTICAL, SAME_WORDING, UNRELATED, CUT_SHORT -> {
                    // the finding's sentence says it
                }
            }
        }
        return out;
    }

    private String phrase(Change change) {
        String quotation =
                change.speaker().map(s -> "a quotation of " + Shown.line(s)).orElse("a quotation");
        return switch (change.kind()) {
            case BRACKET_INSERTION ->
                oneSided(change, "words in square brackets" + (change.inQuotation() ? " inside " + quotation : ""));
            case QUOTE_INTERPOLATION, QUOTE_OMISSION -> oneSided(change, "words inside " + quotation);
            case QUOTE_SUBSTITUTION -> quotation + " reads differently";
            case QUOTE_ADDED, QUOTE_REMOVED -> oneSided(change, quotation);
            case QUOTE_MARKS_CHANGED -> "the same words stand in quotation marks in one copy only";
            case ATTRIBUTION_SPEAKER -> "the same quotation has another speaker";
            case ATTRIBUTION_VERB -> "another verb introduces " + quotation;
            case HEADLINE_CHANGED -> "the headlines differ";
            case CORRECTION_NOTE -> oneSided(change, "a correction note");
            case NEGATION_CHANGED -> "a negation differs";
            case NUMBER_CHANGED -> "a number differs";
            case DATE_CHANGED -> "a date differs";
            case NAME_CHANGED -> "a name differs";
            case MODALITY_CHANGED -> "a word that says how sure something is differs";
            case PASSAGE_ADDED, PASSAGE_REMOVED -> oneSided(change, "a passage");
            case PASSAGE_MOVED -> "a passage stands at another place";
            case WORDING_CHANGED -> "the wording differs";
            default ->
                change.before().isEmpty() || change.after().isEmpty()
                        ? oneSided(change, furniture(change.kind()))
                        : "the " + ChangeWords.kind(change.kind()) + " differs";
        };
    }

    private static String furniture(ChangeKind kind) {
        String word = ChangeWords.kind(kind);
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }

    private String oneSided(Change change, String what) {
        if (!change.before().isEmpty() && !change.after().isEmpty()) {
            return what + (what.startsWith("words") ? " differ" : " differs");
        }
        boolean inOther = change.before().isEmpty();
        return (inOther ? other : base) + " has " + what + " that " + (inOther ? base : other) + " does not have";
    }
}

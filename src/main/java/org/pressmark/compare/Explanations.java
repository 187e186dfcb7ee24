package org.pressmark.compare;

import org.pressmark.model.Change.Op;
import org.pressmark.model.ChangeKind;

/** The rule's id and its one neutral sentence for each kind. */
final class Explanations {
    private Explanations() {}

    /** The printed id of the rule that names a kind. */
    static String rule(ChangeKind kind) {
        return switch (kind) {
            case HEADLINE_CHANGED -> "F1";
            case STANDFIRST_CHANGED -> "F2";
            case BYLINE_CHANGED -> "F3";
            case CREDIT_CHANGED -> "F4";
            case DATELINE_CHANGED -> "F5";
            case TIMESTAMP_CHANGED -> "F6";
            case IMAGE_CHANGED -> "F7";
            case CAPTION_CHANGED -> "F8";
            case LINK_CHANGED -> "F9";
            case CORRECTION_NOTE -> "F10";
            case PROVENANCE_NOTE -> "F11";
            case TYPOGRAPHY -> "P1";
            case PUNCTUATION -> "P2";
            case SPELLING_VARIANT -> "P3";
            case PARAGRAPHING -> "P4";
            case MARKUP -> "P5";
            case BOILERPLATE -> "P6";
            case BRACKET_INSERTION -> "Q1";
            case QUOTE_INTERPOLATION -> "Q2";
            case QUOTE_OMISSION -> "Q3";
            case QUOTE_SUBSTITUTION -> "Q4";
            case QUOTE_ADDED -> "Q5";
            case QUOTE_REMOVED -> "Q6";
            case QUOTE_MARKS_CHANGED -> "Q7";
            case ATTRIBUTION_SPEAKER -> "A1";
            case ATTRIBUTION_VERB -> "A2";
            case NEGATION_CHANGED -> "N1";
            case NUMBER_CHANGED -> "N2";
            case DATE_CHANGED -> "N3";
            case NAME_CHANGED -> "N4";
            case MODALITY_CHANGED -> "N5";
            case PASSAGE_ADDED -> "W1";
            case PASSAGE_REMOVED -> "W2";
            case PASSAGE_MOVED -> "W3";
            case WORDING_CHANGED -> "W4";
        };
    }

    /** @param a the first witness's siglum */
    static String of(Draft draft, String a, String b) {
        String only = draft.op() == Op.INTERPOLATION ? b : a;
        boolean oneSided = draft.op() == Op.INTERPOLATION || draft.op() == Op.OMISSION;
        String in = draft.inQuotation() ? ", inside a quotation" : "";
        return switch (draft.kind()) {
            case BRACKET_INSERTION ->
                "Only " + only + " has these words in brackets" + in
                        + "; wire style avoids square brackets, so they point to a later hand but do not prove one.";
            case QUOTE_INTERPOLATION, QUOTE_OMISSION ->
                "Only " + only + " has these words inside a quotation that both copies have.";
            case QUOTE_SUBSTITUTION -> "A quotation that both copies have differs in these words.";
            case QUOTE_ADDED, QUOTE_REMOVED -> "Only " + only + " has this quotation.";
            case QUOTE_MARKS_CHANGED ->
                "The same words stand between quotation marks in one copy and without them, or within others, in the other.";
            case ATTRIBUTION_SPEAKER -> "The same quotation is given to another speaker.";
            case ATTRIBUTION_VERB -> "The same quotation is introduced by another verb of saying.";
            case NEGATION_CHANGED -> "A negating word differs in a sentence that both copies have.";
            case NUMBER_CHANGED -> "A number differs in value in a sentence that both copies have.";
            case DATE_CHANGED -> "A weekday, month, day or year differs in a sentence that both copies have.";
            case NAME_CHANGED -> "A name differs, or stands for other words, in a sentence that both copies have.";
            case MODALITY_CHANGED -> "A modal verb or a hedge differs in a sentence that both copies have.";
            case PASSAGE_ADDED, PASSAGE_REMOVED -> "Only " + only + " has this passage.";
            case PASSAGE_MOVED -> "This passage stands at another place in " + b + " than in " + a + ".";
            case WORDING_CHANGED ->
                oneSided
                        ? "Only " + only + " has these words in a sentence that both copies have."
                        : "The wording differs in a sentence that both copies have.";
            default -> furniture(draft, only, oneSided);
        };
    }

    private static String furniture(Draft draft, String only, boolean oneSided) {
        String what = switch (draft.kind()) {
            case HEADLINE_CHANGED -> "headline";
            case STANDFIRST_CHANGED -> "standfirst";
            case BYLINE_CHANGED -> "byline";
            case CREDIT_CHANGED -> "credit";
            case DATELINE_CHANGED -> "dateline";
            case TIMESTAMP_CHANGED -> "stated time";
            case IMAGE_CHANGED -> "picture";
            case CAPTION_CHANGED -> "caption";
            case LINK_CHANGED -> "link";
            case CORRECTION_NOTE -> "note of correction";
            case PROVENANCE_NOTE -> "note of origin";
            default -> draft.kind().word();
        };
        return oneSided ? "Only " + only + " has this " + what + "." : "The " + what + " differs.";
    }
}

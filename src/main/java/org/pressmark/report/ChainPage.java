package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Claim;
import org.pressmark.model.ProvenanceChain;

/**
 * A chain of provenance as a page: the picture, then the same facts in words.
 *
 * @param picture SVG, made here and safe to stand in the page as it is
 * @param facts each link as a sentence
 * @param words what the pages say, word for word
 * @param svg address of the picture alone
 * @param prov address of the PROV-JSON document
 * @param back address of the page's captures
 * @param sayable what may be said of its links; empty for who may say nothing
 */
public record ChainPage(
        String title,
        String picture,
        List<String> facts,
        List<Said> words,
        String svg,
        String prov,
        String back,
        Optional<ChainWords> sayable) {

    /** Stated words with who says them and where they stand. */
    public record Said(String who, String exact, String place, String rule) {}

    public ChainPage {
        facts = List.copyOf(facts);
        words = List.copyOf(words);
    }

    /** Lays a chain out. */
    public static ChainPage of(
            ProvenanceChain chain,
            ChainNotes notes,
            String svg,
            String prov,
            String back,
            Optional<ChainWords> sayable) {
        ChainTalk talk = new ChainTalk(chain, notes);
        List<Said> words = new ArrayList<>();
        for (Claim claim : talk.claims()) {
            words.add(new Said(
                    talk.shortName(claim.capture()),
                    Shown.line(claim.evidence().exact()),
                    ChainTalk.place(claim),
                    Shown.line(claim.rule())));
        }
        return new ChainPage(
                "Where the text on " + talk.focus() + " comes from",
                ChainSvg.inline(chain, notes),
                talk.sentences(),
                words,
                svg,
                prov,
                back,
                sayable);
    }
}

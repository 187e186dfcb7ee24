package org.pressmark.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.pressmark.model.Claim;
import org.pressmark.model.ProvenanceChain;

/**
 * A chain of provenance as a page: the picture, then the same facts in words.
 *
 * @param headline of the text that was asked about; empty where it has none
 * @param lead what it comes to
 * @param picture SVG, made here and safe to stand in the page as it is
 * @param left what of the chain is not drawn, in words; empty where all is
 * @param groups every text once, under the one that it came from
 * @param words what the pages say, word for word
 * @param svg address of the picture alone
 * @param prov address of the PROV-JSON document
 * @param back address of the page's captures
 * @param sayable what may be said of its links; empty for who may say nothing
 */
public record ChainPage(
        String title,
        String headline,
        String lead,
        String picture,
        String left,
        List<ChainGroup> groups,
        List<Said> words,
        String svg,
        String prov,
        String back,
        Optional<ChainWords> sayable) {

    /** Stated words with who says them and where they stand. */
    public record Said(String who, String exact, String place, String rule) {}

    public ChainPage {
        groups = List.copyOf(groups);
        words = List.copyOf(words);
    }

    /** More words of pages, and more links that somebody may say something of, than this are folded away. */
    private static final int MANY = 12;

    public boolean manyWords() {
        return words.size() > MANY;
    }

    public boolean manySayable() {
        return sayable.filter(words -> words.links().size() > MANY).isPresent();
    }

    /**
     * Lays a chain out.
     *
     * @param page gives the address of a page's captures
     */
    public static ChainPage of(
            ProvenanceChain chain,
            ChainNotes notes,
            UnaryOperator<String> page,
            String svg,
            String prov,
            String back,
            Optional<ChainWords> sayable) {
        ChainTalk talk = new ChainTalk(chain, notes);
        ChainSvg.Inline picture = ChainSvg.inline(chain, notes);
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
                chain.node(chain.focus())
                        .flatMap(ProvenanceChain.Node::headline)
                        .map(Shown::line)
                        .orElse(""),
                ChainFinding.of(chain, talk),
                picture.svg(),
                left(chain, picture.left()),
                ChainGroups.of(chain, talk, page),
                words,
                svg,
                prov,
                back,
                sayable);
    }

    private static String left(ProvenanceChain chain, int left) {
        String folded = chain.nodes().size() > ChainFold.FEW
                ? "Copies that came from the same text in the same way are one box; its number of texts leads to their list. "
                : "";
        String links = left == 0
                ? ""
                : Words.count(left, "link that is", "links that are") + " less sure or told twice "
                        + (left == 1 ? "is" : "are") + " not drawn, but told below.";
        return (folded + links).strip();
    }
}

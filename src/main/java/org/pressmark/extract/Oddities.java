package org.pressmark.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/**
 * Finds the paragraphs that are not like the rest: lines in no paragraph where all the text stands in paragraphs, and what the
 * page's own copy of the text, in its structured data, leaves out while it has nearly all the rest.
 */
final class Oddities {
    private static final Set<BlockKind> RUNNING = EnumSet.of(BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE, BlockKind.LIST);
    private static final double MOST_OF_IT = 0.85;
    private static final int ENOUGH = 4;
    private static final int LONG_LINE = 45;
    private static final int SHORTEST_COPY = 300;
    private static final int LONGEST_COPY = 200_000;
    private static final int MOST_DRAFTS = 3_000;
    private static final int MOST_PIECES = 6_000;
    private static final int LOOKED_FOR = 40;
    /** So many drafts after the last that the copy has may be the site's; more are a copy cut short. */
    private static final int MOST_BEHIND = 3;

    private final List<Draft> drafts;
    private final String told;

    private Oddities(Page page, List<Draft> drafts) {
        this.drafts = drafts;
        this.told = drafts.size() > MOST_DRAFTS ? "" : told(page);
    }

    static List<Draft> marked(Page page, List<Draft> drafts) {
        Oddities oddities = new Oddities(page, drafts);
        return oddities.untold(oddities.unlike());
    }

    /**
     * The longest copy of its text that the page gives in structured data, as a key; empty where it is shorter or longer than
     * articles are, or the page has so many pieces that looking each up would cost much.
     */
    static String told(Page page) {
        String body = page.facts.every("json-ld.articleBody").stream()
                .map(Field::value)
                .reduce("", (a, b) -> a.length() >= b.length() ? a : b);
        return body.length() > SHORTEST_COPY && body.length() < LONGEST_COPY && page.pieces.size() < MOST_PIECES
                ? Text.key(body)
                : "";
    }

    private List<Draft> unlike() {
        int paragraphs = 0;
        double within = 0;
        double all = 0;
        Set<Element> round = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.PARAGRAPH) {
                boolean paragraph = draft.piece().tag().equals("p");
                all += Page.weight(draft.piece());
                if (paragraph) {
                    paragraphs++;
                    within += Page.weight(draft.piece());
                    for (Element at = draft.piece().element(); at != null && round.add(at); at = at.parent()) {
                        // every element round a paragraph, each once
                    }
                }
            }
        }
        if (paragraphs < ENOUGH || within < MOST_OF_IT * all) {
            return drafts;
        }
        List<Draft> out = new ArrayList<>();
        boolean begun = false;
        for (Draft draft : drafts) {
            Piece piece = draft.piece();
            begun |= draft.kind() == BlockKind.PARAGRAPH && piece.tag().equals("p");
            boolean odd = draft.kind() == BlockKind.PARAGRAPH
                    && (begun || Page.weight(piece) == 0)
                    && piece.tag().equals("div")
                    && piece.words() < LONG_LINE
                    && !leads(piece.text())
                    && !round.contains(piece.element());
            out.add(
                    odd
                            ? draft.as(
                                    BlockKind.OTHER,
                                    "other.unlike",
                                    "a line in no paragraph, where all the text is in paragraphs")
                            : draft);
        }
        return out;
    }

    private List<Draft> untold(List<Draft> all) {
        if (told.isEmpty()) {
            return all;
        }
        double said = 0;
        double total = 0;
        for (Draft draft : all) {
            if (RUNNING.contains(draft.kind())) {
                total += draft.piece().words();
                said += said(draft) ? draft.piece().words() : 0;
            }
        }
        if (said < MOST_OF_IT * total) {
            return all;
        }
        int behind = behind(all);
        boolean begun = false;
        List<Draft> out = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Draft draft = all.get(i);
            boolean untold = draft.kind() == BlockKind.PARAGRAPH && !said(draft);
            if (untold && !begun && Page.weight(draft.piece()) > 0) {
                out.add(draft.as(
                        BlockKind.STANDFIRST, "standfirst.untold", "stands before all that the page's copy has"));
            } else if (untold && i < behind) {
                out.add(draft.as(BlockKind.OTHER, "other.untold", "missing from the page's own copy of its text"));
            } else {
                out.add(draft);
            }
            begun |= RUNNING.contains(draft.kind());
        }
        return out;
    }

    /** Up to where the copy may be trusted: to the end, unless much follows that it does not have. */
    private int behind(List<Draft> all) {
        int last = 0;
        int more = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind().body()) {
                boolean said = RUNNING.contains(all.get(i).kind()) && said(all.get(i));
                last = said ? i : last;
                more = said ? 0 : more + 1;
            }
        }
        return more > MOST_BEHIND ? last : all.size();
    }

    private boolean said(Draft draft) {
        String key = Text.key(draft.piece().text());
        if (key.length() <= LOOKED_FOR) {
            return told.contains(key);
        }
        int middle = (key.length() - LOOKED_FOR) / 2;
        return told.contains(key.substring(0, LOOKED_FOR))
                || told.contains(key.substring(key.length() - LOOKED_FOR))
                || told.contains(key.substring(middle, middle + LOOKED_FOR));
    }

    /** A question, or a line with a colon: what follows is its answer or its list. */
    private static boolean leads(String text) {
        return "?？؟:：".indexOf(text.charAt(text.length() - 1)) >= 0;
    }
}

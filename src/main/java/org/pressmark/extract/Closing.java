package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import org.pressmark.model.BlockKind;

/**
 * Finds where the article is over and the site speaks for itself to the end of the page: below a heading such as "Contact us",
 * from a notice of copyright or a disclaimer on, or where most lines that are left ask the reader to follow, join, subscribe.
 */
final class Closing {
    /** The site's closing words are less than this, measured by the article's own before them. */
    private static final double LESS = 0.5;

    private static final int HEADING = 6;
    private static final int LINE = 60;
    private static final int CALLS = 3;
    private static final double SHARE = 0.25;

    private final List<Draft> drafts;
    /** Running words of the body before each draft. */
    private final int[] before;

    private Closing(List<Draft> drafts) {
        this.drafts = drafts;
        this.before = new int[drafts.size() + 1];
        for (int i = 0; i < drafts.size(); i++) {
            before[i + 1] =
                    before[i] + (body(drafts.get(i)) ? drafts.get(i).piece().words() : 0);
        }
    }

    static List<Draft> marked(List<Draft> drafts) {
        Closing closing = new Closing(drafts);
        int all = closing.before[drafts.size()];
        for (int i = 0; i < drafts.size(); i++) {
            int rest = all - closing.before[i];
            if (rest > 0 && rest < LESS * closing.before[i] && closing.opens(i)) {
                return closing.cut(i);
            }
        }
        return drafts;
    }

    private static boolean body(Draft draft) {
        return draft.kind().body() && !draft.dropped();
    }

    private boolean opens(int at) {
        Draft draft = drafts.get(at);
        String bare = Lines.bare(draft.piece().text());
        if (body(draft) && (draft.kind() == BlockKind.HEADING || draft.piece().words() <= HEADING)) {
            return Lexicon.CLOSING.is(bare);
        }
        return body(draft) && notice(bare) || calls(at);
    }

    /** {@code © 2019 …}, {@code Copyright 2019 …}, or the opening of a disclaimer. */
    private static boolean notice(String text) {
        String head = Text.lower(text.substring(0, Math.min(24, text.length())));
        boolean year = head.chars().filter(Character::isDigit).count() >= 4;
        return year && (head.startsWith("©") || head.startsWith("copyright"))
                || head.startsWith("copyright ©")
                || Lexicon.DISCLAIMER.opens(text) > 0;
    }

    /** True for a call to the reader below which nearly only short lines are left, calls among them. */
    private boolean calls(int at) {
        if (!call(drafts.get(at))) {
            return false;
        }
        int calls = 0;
        int lines = 0;
        for (Draft draft : drafts.subList(at, drafts.size())) {
            if (body(draft) && draft.piece().words() > LINE) {
                return false;
            }
            calls += call(draft) ? 1 : 0;
            lines += body(draft) || call(draft) ? 1 : 0;
        }
        return calls >= CALLS && calls >= SHARE * lines;
    }

    private static boolean call(Draft draft) {
        return draft.kind() == BlockKind.PROMO
                || body(draft)
                        && Lexicon.BOILERPLATE.opens(Lines.bare(draft.piece().text())) > 0;
    }

    private List<Draft> cut(int from) {
        List<Draft> out = new ArrayList<>(drafts.subList(0, from));
        for (Draft draft : drafts.subList(from, drafts.size())) {
            out.add(
                    body(draft)
                            ? draft.as(
                                    BlockKind.PROMO, "promo.closing", "stands below the words that close the article")
                            : draft);
        }
        return out;
    }
}

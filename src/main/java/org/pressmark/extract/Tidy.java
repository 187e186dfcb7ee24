package org.pressmark.extract;

import java.util.List;

/** Looks at the drafts as a whole: repeated text, headings with nothing below, what closes the page. */
final class Tidy {
    private Tidy() {}

    static List<Draft> of(Page page, List<Draft> drafts) {
        List<Draft> body = Closing.marked(Behind.marked(Repeats.marked(drafts)));
        return Codes.marked(Tail.cut(page, Oddities.marked(page, body)));
    }
}

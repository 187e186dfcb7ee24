package org.pressmark.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pressmark.model.Block;
import org.pressmark.model.Block.Inline;
import org.pressmark.model.Block.InlineKind;
import org.pressmark.model.Change.ArticleField;
import org.pressmark.model.Change.Span;
import org.pressmark.model.ChangeKind;

/** Links of the bodies: the same anchor with another target, or words that kept their place and lost or got a link. */
final class Links {

    private record Link(int block, Inline inline, int from, int to) {}

    private final Bodies bodies;
    private final List<Link> linksA;
    private final List<Link> linksB;

    Links(Bodies bodies, Set<Integer> bodyA, Set<Integer> bodyB) {
        this.bodies = bodies;
        this.linksA = links(bodies.docA, bodyA);
        this.linksB = links(bodies.docB, bodyB);
    }

    private static List<Link> links(Doc doc, Set<Integer> body) {
        List<Link> out = new ArrayList<>();
        for (int index : body) {
            Block block = doc.article().blocks().get(index);
            for (Inline inline : block.inlines()) {
                boolean leads = inline.kind() == InlineKind.LINK
                        && !inline.target().isBlank()
                        && !inline.target().startsWith("#")
                        && !inline.target().startsWith("javascript:");
                if (leads && inline.start() < inline.end()) {
                    int from = doc.tokenAt(index, inline.start());
                    int to = Math.max(from, doc.tokenAt(index, inline.end() - 1) + 1);
                    out.add(new Link(index, inline, from, Math.min(to, doc.size())));
                }
            }
        }
        return out;
    }

    List<Draft> drafts() {
        List<Draft> out = new ArrayList<>();
        boolean[] usedB = new boolean[linksB.size()];
        boolean[] usedA = new boolean[linksA.size()];
        for (int i = 0; i < linksA.size(); i++) {
            Link a = linksA.get(i);
            int other = -1;
            for (int j = lowest(a); j < linksB.size() && linksB.get(j).from() < ceiling(a); j++) {
                if (meets(a, linksB.get(j))) {
                    if (Addresses.samePage(
                            a.inline().target(), linksB.get(j).inline().target())) {
                        usedB[j] = true;
                        usedA[i] = true;
                    } else if (!usedB[j]) {
                        other = other < 0 ? j : other;
                    }
                }
            }
            if (!usedA[i] && other >= 0) {
                usedB[other] = true;
                usedA[i] = true;
                out.add(changed(a, linksB.get(other)));
            }
        }
        for (int i = 0; i < linksA.size(); i++) {
            Link link = linksA.get(i);
            if (!usedA[i] && kept(link, bodies.toB)) {
                out.add(Draft.furniture(
                        ChangeKind.LINK_CHANGED,
                        ArticleField.LINK,
                        Addresses.clean(link.inline().target()),
                        "",
                        spans(link),
                        List.of()));
            }
        }
        for (int j = 0; j < linksB.size(); j++) {
            Link link = linksB.get(j);
            if (!usedB[j] && kept(link, bodies.toA)) {
                out.add(Draft.furniture(
                        ChangeKind.LINK_CHANGED,
                        ArticleField.LINK,
                        "",
                        Addresses.clean(link.inline().target()),
                        List.of(),
                        spans(link)));
            }
        }
        return out;
    }

    private static Draft changed(Link a, Link b) {
        return Draft.furniture(
                ChangeKind.LINK_CHANGED,
                ArticleField.LINK,
                Addresses.clean(a.inline().target()),
                Addresses.clean(b.inline().target()),
                spans(a),
                spans(b));
    }

    private static List<Span> spans(Link link) {
        return List.of(
                new Span(link.block(), link.inline().start(), link.inline().end()));
    }

    private boolean meets(Link a, Link b) {
        for (int i = a.from(); i < a.to(); i++) {
            int j = bodies.toB[i];
            if (j >= b.from() && j < b.to()) {
                return true;
            }
        }
        return false;
    }

    /** The first link of B that can meet a link of A; links stand in the order of the text. */
    private int lowest(Link a) {
        int least = Integer.MAX_VALUE;
        for (int i = a.from(); i < a.to(); i++) {
            if (bodies.toB[i] >= 0) {
                least = Math.min(least, bodies.toB[i]);
            }
        }
        int low = 0;
        int high = linksB.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (linksB.get(middle).to() > least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private int ceiling(Link a) {
        int most = -1;
        for (int i = a.from(); i < a.to(); i++) {
            most = Math.max(most, bodies.toB[i]);
        }
        return most + 1;
    }

    /** Most of the anchor's words stand on the other side. */
    private static boolean kept(Link link, int[] match) {
        int kept = 0;
        for (int i = link.from(); i < link.to(); i++) {
            kept += match[i] >= 0 ? 1 : 0;
        }
        return link.to() > link.from() && 2 * kept > link.to() - link.from();
    }
}

package org.pressmark.report;

import org.pressmark.model.Derivation;
import org.pressmark.model.Derivation.Basis;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;

/** A chain of provenance as a graph for Graphviz: from source to copy, stated links solid, inferred ones dashed. */
public final class ChainDot {
    private ChainDot() {}

    /** The text of a {@code .dot} file in UTF-8. */
    public static String render(ProvenanceChain chain, ChainNotes notes) {
        ChainTalk talk = new ChainTalk(chain, notes);
        StringBuilder out = new StringBuilder("""
                digraph provenance {
                  rankdir=LR;
                  node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif"];
                  edge [fontname="sans-serif", fontsize=10];
                """);
        for (Node node : chain.nodes()) {
            String times = talk.times(node);
            out.append("  ")
                    .append(quote(node.id()))
                    .append(" [label=")
                    .append(quote(talk.name(node) + (times.isEmpty() ? "" : "\n" + times)));
            if (node.kind() != NodeKind.VERSION) {
                out.append(", style=\"rounded,dashed\"");
            }
            if (node.id().equals(chain.focus())) {
                out.append(", penwidth=2");
            }
            node.url()
                    .filter(CopyCard::web)
                    .ifPresent(url -> out.append(", URL=").append(quote(url)));
            out.append("];\n");
        }
        for (Derivation link : chain.links()) {
            out.append("  ")
                    .append(quote(link.parent()))
                    .append(" -> ")
                    .append(quote(link.child()))
                    .append(" [label=")
                    .append(quote(ChainTalk.edge(link)))
                    .append(", tooltip=")
                    .append(quote(talk.basis(link)));
            if (link.basis() == Basis.INFERRED) {
                out.append(", style=dashed");
            }
            if (!link.directionKnown()) {
                out.append(", dir=none");
            }
            out.append("];\n");
        }
        return out.append("}\n").toString();
    }

    /** A quoted string of the DOT language, in which only the quotation mark and the backslash mean something. */
    private static String quote(String text) {
        return "\""
                + Shown.lines(text).replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}

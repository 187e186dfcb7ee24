package org.pressmark.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain.Node;
import org.pressmark.model.ProvenanceChain.NodeKind;
import org.pressmark.model.Severity;

/** What stands in the boxes of a chain's picture and on their links. */
final class ChainBoxWords {
    /** Columns of a line; one of bold letters has fewer. */
    private static final int COLUMNS = (ChainPlan.BOX_WIDTH - 24) / 7;

    /** Most copies that a box names. */
    private static final int NAMED = 4;

    /** A line of a box; its kind is its class in the style sheet. */
    record Line(String kind, String words) {}

    /** The gravest change that a box stands for, and how many there are; of several texts, how many of them have such. */
    record Badge(Severity worst, String count, String title, Optional<String> href) {}

    private final ChainTalk talk;
    private final boolean crowd;

    /** @param crowd whether there are so many boxes that each must be short */
    ChainBoxWords(ChainTalk talk, boolean crowd) {
        this.talk = talk;
        this.crowd = crowd;
    }

    List<Line> lines(ChainBox box) {
        List<Line> lines = new ArrayList<>();
        switch (box.kind()) {
            case TEXT -> {
                lines.add(line("name", talk.plainName(box.first())));
                List<String> when = talk.boxLines(box.first());
                boolean dated = box.first().claimedDate().isPresent();
                when.stream()
                        .skip(crowd && !dated ? 1 : 0)
                        .limit(crowd ? 1 : when.size())
                        .forEach(words -> lines.add(line("when", words)));
            }
            case COPIES -> {
                boolean seen = box.first().kind() == NodeKind.VERSION && !open(box);
                lines.add(line(
                        "name", Words.count(box.nodes().size(), seen ? "copy" : "text", seen ? "copies" : "texts")));
                lines.add(line("when", span(box)));
                box.nodes().stream()
                        .sorted(Comparator.comparing(this::worst).reversed())
                        .limit(NAMED)
                        .forEach(node -> lines.add(line("who", mark(worst(node)) + talk.plainName(node))));
                int more = box.nodes().size() - NAMED;
                if (more > 0) {
                    lines.add(line("when", "and " + Words.number(more) + " more"));
                }
            }
            case VERSIONS -> {
                lines.add(line(
                        "name",
                        Words.count(box.nodes().size(), "text") + " of "
                                + Shown.line(box.first().label())));
                lines.add(line("when", span(box)));
                lines.add(line("when", "each from the one before"));
            }
        }
        if (open(box)) {
            lines.add(line("when", "shared text, order unknown"));
        }
        if (box.kind() != ChainBox.Kind.COPIES) {
            box.last().headline().ifPresent(headline -> lines.add(line("head", Shown.line(headline))));
        }
        return lines;
    }

    /** Whether nobody can say that it came from another. */
    private static boolean open(ChainBox box) {
        return box.links().stream().anyMatch(link -> !link.directionKnown());
    }

    /** The days between which the texts say that they are from, or were captured. */
    private static String span(ChainBox box) {
        boolean page = box.kind() == ChainBox.Kind.VERSIONS;
        List<String> days = box.nodes().stream()
                .map(node -> page ? node.capturedAt().map(Object::toString).orElse("9999") : ChainFold.when(node))
                .map(when -> when.equals("9999") ? "" : Words.claimedDay(when))
                .filter(day -> !day.isEmpty())
                .distinct()
                .toList();
        return days.isEmpty()
                ? "no date known"
                : days.size() == 1 ? days.get(0) : days.get(0) + " to " + days.get(days.size() - 1);
    }

    private static Line line(String kind, String words) {
        boolean bold = kind.equals("name");
        String fit = Cells.fit(words, bold ? COLUMNS - 2 : COLUMNS, "…");
        // The mark of what was cut stands where the words end, on whichever side that is.
        return new Line(kind, !fit.equals(words) && Direction.rightToLeft(words) ? fit + "\u200f" : fit);
    }

    private Severity worst(Node node) {
        return talk.hops(node.id()).stream().findFirst().map(HopChanges::worst).orElse(Severity.NONE);
    }

    private static String mark(Severity worst) {
        return worst == Severity.NONE ? "" : Glyph.of(worst).unicode() + " ";
    }

    /** All that a box stands for. */
    String title(ChainBox box) {
        return box.nodes().stream()
                .map(node ->
                        talk.name(node) + node.headline().map(h -> ": " + h).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    Optional<Badge> badge(ChainBox box) {
        List<HopChanges> hops = box.nodes().stream()
                .flatMap(node -> talk.hops(node.id()).stream().limit(1))
                .toList();
        if (hops.isEmpty()) {
            return Optional.empty();
        }
        Severity worst =
                hops.stream().map(HopChanges::worst).max(Severity::compareTo).orElse(Severity.NONE);
        String title = hops.stream()
                .map(hop -> (box.nodes().size() > 1 ? talk.shortName(hop.copy()) + ": " : "")
                        + hop.words(talk.shortName(hop.against())))
                .collect(Collectors.joining("\n"));
        if (box.kind() == ChainBox.Kind.TEXT) {
            HopChanges hop = hops.get(0);
            return Optional.of(new Badge(worst, hop.total() == 0 ? "" : Words.number(hop.total()), title, hop.href()));
        }
        long gravest = hops.stream().filter(hop -> hop.worst() == worst).count();
        String count = gravest == box.nodes().size()
                ? "all"
                : Words.number(gravest) + " of " + Words.number(box.nodes().size());
        return Optional.of(new Badge(worst, count, title, Optional.empty()));
    }

    /** The words on a link; where it stands for several that differ, what they have in common. */
    static String link(List<Derivation> links) {
        Map<String, Integer> words = new TreeMap<>();
        links.forEach(link -> words.merge(ChainTalk.edge(link), 1, Integer::sum));
        return words.size() == 1 ? words.keySet().iterator().next() : "not stated";
    }
}

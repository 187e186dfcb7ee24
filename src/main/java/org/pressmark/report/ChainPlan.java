package org.pressmark.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.pressmark.model.Derivation;
import org.pressmark.model.ProvenanceChain;
import org.pressmark.report.ChainWays.Way;

/**
 * Where the boxes of a chain's picture stand and which way its links run. A column is a step from the source; what came from
 * a text stands to the right of it, one below the other in order of time, so that no link runs through a box.
 */
final class ChainPlan {
    static final int BOX_WIDTH = 226;
    static final int ROW_GAP = 24;
    /** How far below a box's upper edge its main link comes and goes. */
    static final int PORT = 32;

    private static final int TOP = 20;
    private static final int LEFT = 20;
    /** Room for the words of a link, left of the box that it comes to. */
    private static final int WORDS = 126;

    private static final int LANE = 8;
    /** A box's upper left corner and height. */
    record Spot(int x, int y, int height) {}

    /**
     * A link as it is drawn.
     *
     * @param path SVG path data
     * @param wordsX the right end of its words
     * @param wordsY their base line
     */
    record Route(ChainBox to, List<Derivation> links, String path, int wordsX, int wordsY) {}

    private final ToIntFunction<ChainBox> height;
    private final ChainWays ways;
    private final Map<ChainBox, Integer> column;
    private final Map<ChainBox, Integer> top = new LinkedHashMap<>();
    /** The lanes of links behind each column, the first being left of all, and those close before its boxes. */
    private final List<Lanes> behind = new ArrayList<>();

    private final List<Lanes> before = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private final int bottom;

    /** @param height of a box */
    ChainPlan(ProvenanceChain chain, List<ChainBox> roots, ToIntFunction<ChainBox> height) {
        this.height = height;
        this.ways = ChainWays.of(chain, roots);
        this.column = ChainColumns.of(roots, ways.drawn());
        int y = TOP;
        for (ChainBox root : roots) {
            y = place(root, y);
        }
        bottom = y;
        int last = column.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Stream.iterate(0, i -> i + 1).limit(last + 2L).forEach(i -> {
            behind.add(new Lanes());
            before.add(new Lanes());
        });
        lay();
    }

    /** Places a box with all that hangs by it; gives where the next may begin. */
    private int place(ChainBox box, int y) {
        top.put(box, y);
        int own = y + height.applyAsInt(box) + ROW_GAP;
        int next = y;
        for (ChainBox child : box.below()) {
            next = place(child, next == y ? y : Math.max(next, own));
        }
        next = Math.max(next, own);
        for (ChainBox child : box.beside()) {
            next = place(child, next);
        }
        return next;
    }

    private void lay() {
        // First the lanes, which say how wide the columns are, then the paths.
        Map<ChainBox, Integer> brackets = new HashMap<>();
        top.keySet().stream().filter(box -> !box.beside().isEmpty()).forEach(hub -> {
            ChainBox last = hub.beside().get(hub.beside().size() - 1);
            brackets.put(hub, before.get(col(hub)).take(port(hub) + 18, port(last)));
        });
        Map<Way, int[]> lanes = new LinkedHashMap<>();
        for (Way way : ways.drawn()) {
            int exit = exit(way);
            int entry = entry(way);
            boolean straight = level(way) || col(way.to()) == col(way.from()) + 1;
            int channel = straight ? entry : channel(way);
            lanes.put(way, new int[] {
                behind.get(col(way.from()) + 1).take(exit, channel),
                straight ? 0 : behind.get(col(way.to())).take(channel, entry)
            });
        }
        top.keySet().forEach(box -> {
            box.below().forEach(child -> routes.add(tree(box, child)));
            box.beside().forEach(twin -> routes.add(bracket(box, twin, brackets.getOrDefault(box, 0))));
        });
        lanes.forEach((way, at) -> routes.add(way(way, at[0], at[1])));
    }

    private Route tree(ChainBox from, ChainBox to) {
        int trunk = right(from) + 14;
        String path = new Bends(right(from), port(from))
                .across(trunk)
                .down(port(to))
                .across(x(to) - 2)
                .path();
        return new Route(to, to.links(), path, words(to), port(to) - 6);
    }

    private Route bracket(ChainBox hub, ChainBox twin, int lane) {
        int at = x(twin) - 10 - LANE * lane;
        String path = new Bends(x(hub), port(hub) + 18)
                .across(at)
                .down(port(twin))
                .across(x(twin))
                .path();
        return new Route(twin, twin.links(), path, -1, -1);
    }

    /** Whether it joins two texts of a column of which nobody can say which came first: it runs beside them. */
    private boolean level(Way way) {
        return !way.link().directionKnown() && col(way.to()) == col(way.from());
    }

    private Route way(Way way, int first, int second) {
        if (level(way)) {
            String beside = new Bends(right(way.from()), exit(way))
                    .across(right(way.from()) + 22 + LANE * first)
                    .down(entry(way))
                    .across(right(way.to()))
                    .path();
            return new Route(way.to(), List.of(way.link()), beside, -1, -1);
        }
        int end = x(way.to()) - (way.link().directionKnown() ? 2 : 0);
        Bends bends = new Bends(right(way.from()), exit(way)).across(right(way.from()) + 22 + LANE * first);
        if (col(way.to()) != col(way.from()) + 1) {
            int gap = col(way.to()) == 0 ? LEFT - 8 : right(col(way.to()) - 1);
            bends.down(channel(way)).across(gap + 22 + LANE * second);
        }
        String path = bends.down(entry(way)).across(end).path();
        return new Route(way.to(), List.of(way.link()), path, words(way.to()), entry(way) - 5);
    }

    private static int place(Way way) {
        return way.place() * 18;
    }

    private int exit(Way way) {
        return port(way.from()) + place(way);
    }

    private int entry(Way way) {
        return port(way.to()) + place(way);
    }

    private int channel(Way way) {
        return Objects.requireNonNull(top.get(way.to())) - ROW_GAP / 2 - 2 + way.place() * 3;
    }

    private int words(ChainBox to) {
        return x(to) - 18 - LANE * before.get(col(to)).count();
    }

    private int col(ChainBox box) {
        return column.getOrDefault(box, 0);
    }

    private int port(ChainBox box) {
        return Objects.requireNonNull(top.get(box)) + PORT;
    }

    private int x(ChainBox box) {
        return x(col(box));
    }

    private int x(int column) {
        int x = LEFT + LANE * before.get(0).count();
        x += behind.get(0).count() > 0 ? WORDS + LANE * behind.get(0).count() : 0;
        for (int i = 1; i <= column; i++) {
            x += BOX_WIDTH
                    + 22
                    + WORDS
                    + LANE * (behind.get(i).count() + before.get(i).count());
        }
        return x;
    }

    private int right(ChainBox box) {
        return x(box) + BOX_WIDTH;
    }

    private int right(int column) {
        return x(column) + BOX_WIDTH;
    }

    /** Every box with its place, sources before what hangs by them. */
    Map<ChainBox, Spot> spots() {
        Map<ChainBox, Spot> spots = new LinkedHashMap<>();
        top.forEach((box, y) -> spots.put(box, new Spot(x(box), y, height.applyAsInt(box))));
        return spots;
    }

    List<Route> routes() {
        return routes;
    }

    /** How many links are not drawn. */
    int left() {
        return ways.left();
    }

    int width() {
        int widest = top.keySet().stream().mapToInt(this::right).max().orElse(BOX_WIDTH);
        int around = behind.get(behind.size() - 1).count();
        return widest + LEFT + (around > 0 ? 22 + LANE * around : 0);
    }

    int height() {
        return bottom + 24;
    }
}

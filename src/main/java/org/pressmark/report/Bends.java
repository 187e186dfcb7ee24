package org.pressmark.report;

/** A path of level and upright stretches with round corners, as SVG path data. */
final class Bends {
    private static final int ROUND = 7;

    private final StringBuilder path = new StringBuilder();
    private int x;
    private int y;
    /** Where the path turns next, and how it came there; nothing is written before the next stretch is known. */
    private int fromX;

    private int fromY;

    Bends(int x, int y) {
        this.x = x;
        this.y = y;
        this.fromX = x;
        this.fromY = y;
        path.append('M').append(x).append(' ').append(y);
    }

    /** Level to another x. */
    Bends across(int to) {
        return to(to, y);
    }

    /** Upright to another y. */
    Bends down(int to) {
        return to(x, to);
    }

    private Bends to(int nextX, int nextY) {
        if (nextX == x && nextY == y) {
            return this;
        }
        boolean turns = (x != fromX || y != fromY) && (nextX != x) != (x != fromX);
        if (turns) {
            int round = Math.min(ROUND, Math.min(length(fromX, fromY, x, y), length(x, y, nextX, nextY)) / 2);
            line(x + round * Integer.signum(fromX - x), y + round * Integer.signum(fromY - y));
            path.append('Q').append(x).append(' ').append(y).append(' ');
            int outX = x + round * Integer.signum(nextX - x);
            int outY = y + round * Integer.signum(nextY - y);
            path.append(outX).append(' ').append(outY);
        }
        fromX = x;
        fromY = y;
        x = nextX;
        y = nextY;
        return this;
    }

    private static int length(int x0, int y0, int x1, int y1) {
        return Math.abs(x1 - x0) + Math.abs(y1 - y0);
    }

    private void line(int toX, int toY) {
        path.append('L').append(toX).append(' ').append(toY);
    }

    String path() {
        line(x, y);
        return path.toString();
    }
}

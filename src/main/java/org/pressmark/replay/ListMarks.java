package org.pressmark.replay;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** What stands before the items of a list: bullets by depth, or numbers as the page counts them. */
final class ListMarks {
    private static final int[] VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private final boolean numbered;
    private final String type;
    private final int depth;
    private final int step;
    private int number;

    ListMarks(Element list, int depth) {
        this.numbered = list.normalName().equals("ol");
        this.type = list.attr("type");
        this.depth = depth;
        this.step = list.hasAttr("reversed") ? -1 : 1;
        int items = 0;
        for (Element child : list.children()) {
            items += child.normalName().equals("li") ? 1 : 0;
        }
        this.number = number(list.attr("start"), step < 0 ? items : 1);
    }

    private static int number(String text, int otherwise) {
        return text.strip().matches("-?[0-9]{1,9}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    String next(Element item) {
        if (!numbered) {
            return depth == 1 ? "• " : depth == 2 ? "◦ " : "- ";
        }
        int here = number(item.attr("value"), number);
        number = here + step;
        return written(here) + ". ";
    }

    private String written(int value) {
        return switch (type) {
            case "a" -> value > 0 ? letters(value, 'a') : String.valueOf(value);
            case "A" -> value > 0 ? letters(value, 'A') : String.valueOf(value);
            case "i" -> roman(value);
            case "I" -> roman(value).toUpperCase(Locale.ROOT);
            default -> String.valueOf(value);
        };
    }

    private static String letters(int value, char first) {
        StringBuilder out = new StringBuilder();
        for (int rest = value; rest > 0; rest = (rest - 1) / 26) {
            out.insert(0, (char) (first + (rest - 1) % 26));
        }
        return out.toString();
    }

    private static String roman(int value) {
        if (value < 1 || value > 3999) {
            return String.valueOf(value);
        }
        StringBuilder out = new StringBuilder();
        int rest = value;
        for (int i = 0; i < VALUES.length; i++) {
            while (rest >= VALUES[i]) {
                out.append(ROMAN[i]);
                rest -= VALUES[i];
            }
        }
        return out.toString();
    }
}

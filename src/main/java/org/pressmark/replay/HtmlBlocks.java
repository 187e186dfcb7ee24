package org.pressmark.replay;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Walks a page's elements and puts what can be seen of them on a canvas. */
final class HtmlBlocks {
    /** Elements deeper than this are flattened into their text. */
    private static final int DEEPEST = 400;

    private static final Set<String> SPACED = Set.of(
            "p",
            "figure",
            "address",
            "dl",
            "fieldset",
            "article",
            "section",
            "header",
            "footer",
            "nav",
            "main",
            "aside",
            "details",
            "hgroup",
            "center");
    private static final Set<String> BLOCKS = Set.of(
            "div",
            "body",
            "form",
            "li",
            "dt",
            "dd",
            "figcaption",
            "caption",
            "legend",
            "summary",
            "optgroup",
            "option",
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "tfoot",
            "noframes",
            "dir",
            "menuitem",
            "marquee",
            "dialog",
            "search");
    private static final Set<String> STRONG = Set.of("b", "strong", "th", "dt", "summary");
    private static final Set<String> EMPHASIS = Set.of("i", "em", "cite", "dfn", "var");

    private final HtmlText page;
    private final TextCanvas canvas;
    private int depth;
    private int lists;

    HtmlBlocks(HtmlText page, TextCanvas canvas) {
        this.page = page;
        this.canvas = canvas;
    }

    void children(Element parent, Style style) {
        for (Node node : parent.childNodes()) {
            if (node instanceof TextNode text) {
                canvas.text(text.getWholeText(), style);
            } else if (node instanceof Element element && !Hidden.is(element)) {
                if (depth >= DEEPEST) {
                    canvas.text(element.text(), style);
                } else {
                    depth++;
                    element(element, style);
                    depth--;
                }
            }
        }
    }

    private void element(Element element, Style style) {
        String name = element.normalName();
        switch (name) {
            case "br" -> canvas.lineBreak();
            case "wbr" -> canvas.text("\u200B", style);
            case "hr" -> rule();
            case "a" -> link(element, style);
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, name.charAt(1) - '0');
            case "ul", "ol", "menu", "dir" -> list(element, style);
            case "dd" -> indented(element, "    ", "    ", style);
            case "blockquote" -> {
                canvas.margin();
                indented(element, "> ", "> ", style);
                canvas.margin();
            }
            case "pre", "listing", "xmp", "plaintext", "textarea" -> preformatted(element, style);
            case "table" -> table(element, style);
            case "q" -> quoted(element, style);
            case "rt" -> bracketed(element, style);
            case "img", "image", "input", "iframe", "frame", "video", "audio", "button", "select", "embed" ->
                replaced(element, style);
            default -> plain(element, name, style);
        }
    }

    private void plain(Element element, String name, Style style) {
        Style inner = STRONG.contains(name) ? Style.STRONG : EMPHASIS.contains(name) ? Style.EMPHASIS : style;
        boolean spaced = SPACED.contains(name);
        if (spaced) {
            canvas.margin();
        } else if (BLOCKS.contains(name)) {
            canvas.flush();
        }
        children(element, inner);
        if (spaced) {
            canvas.margin();
        } else if (BLOCKS.contains(name)) {
            canvas.flush();
        }
    }

    private void rule() {
        canvas.margin();
        canvas.line(StyledLine.of("─".repeat(Math.min(24, canvas.room())), Style.FAINT));
        canvas.margin();
    }

    private void link(Element element, Style style) {
        long before = canvas.written();
        children(element, style == Style.HEADING ? style : Style.LINK);
        if (canvas.written() == before && !element.attr("aria-label").isBlank()) {
            canvas.text(element.attr("aria-label"), Style.LINK);
        }
        int footnote = canvas.written() == before ? 0 : page.footnote(element.attr("href"));
        if (footnote > 0) {
            canvas.mark("[" + footnote + "]");
        }
    }

    private void heading(Element element, int level) {
        canvas.margin();
        if (level > 2) {
            canvas.open("#".repeat(level) + " ", "");
            children(element, Style.HEADING);
            canvas.close();
        } else {
            int from = canvas.lines().size();
            children(element, Style.HEADING);
            int widest = 0;
            for (StyledLine line : canvas.lines().subList(from, canvas.lines().size())) {
                widest = Math.max(widest, line.columns());
            }
            if (widest > 0) {
                canvas.line(
                        StyledLine.of((level == 1 ? "=" : "-").repeat(Math.min(widest, canvas.room())), Style.FAINT));
            }
        }
        canvas.margin();
    }

    private void indented(Element element, String first, String rest, Style style) {
        canvas.open(first, rest);
        children(element, style);
        canvas.close();
    }

    private void list(Element list, Style style) {
        boolean outermost = lists == 0;
        if (outermost) {
            canvas.margin();
        } else {
            canvas.flush();
        }
        lists++;
        ListMarks marks = new ListMarks(list, lists);
        for (Node node : list.childNodes()) {
            if (node instanceof TextNode text) {
                canvas.text(text.getWholeText(), style);
            } else if (node instanceof Element item && !Hidden.is(item)) {
                if (item.normalName().equals("li")) {
                    String mark = marks.next(item);
                    item(item, mark, style);
                } else {
                    element(item, style);
                }
            }
        }
        lists--;
        if (outermost) {
            canvas.margin();
        } else {
            canvas.flush();
        }
    }

    /** An item that shows nothing, as hidden menus have them, is passed over. */
    private void item(Element item, String mark, Style style) {
        boolean shows = item.hasText() || item.selectFirst("img,input,video,audio,iframe,[aria-label]") != null;
        if (shows) {
            indented(item, mark, " ".repeat(Columns.of(mark)), style);
        }
    }

    private void preformatted(Element element, Style style) {
        StringBuilder text = new StringBuilder();
        element.traverse((node, level) -> {
            if (node instanceof TextNode part) {
                text.append(part.getWholeText());
            } else if (node instanceof Element inner && inner.normalName().equals("br")) {
                text.append('\n');
            }
        });
        String body = text.toString();
        while (body.endsWith("\n") || body.endsWith(" ")) {
            body = body.substring(0, body.length() - 1);
        }
        if (!body.isEmpty()) {
            canvas.margin();
            canvas.preformatted(body, style);
            canvas.margin();
        }
    }

    private void table(Element table, Style style) {
        canvas.margin();
        if (TextTable.layout(table)) {
            children(table, style);
        } else {
            new TextTable(page, table, canvas.room()).render().forEach(canvas::line);
        }
        canvas.margin();
    }

    private void quoted(Element element, Style style) {
        canvas.text("“", style);
        children(element, style);
        canvas.text("”", style);
    }

    private void bracketed(Element element, Style style) {
        canvas.text("(", style);
        children(element, style);
        canvas.text(")", style);
    }

    private void replaced(Element element, Style style) {
        String name = element.normalName();
        String alt = element.attr("alt").strip();
        switch (name) {
            case "img", "image" -> {
                boolean decoration = element.hasAttr("alt") && alt.isEmpty();
                if (!decoration && !tiny(element)) {
                    canvas.text(alt.isEmpty() ? "[image]" : "[image: " + alt + "]", Style.FAINT);
                }
            }
            case "input" -> input(element, alt);
            case "button" -> {
                long before = canvas.written();
                children(element, style);
                if (canvas.written() > before) {
                    canvas.text(" ", style);
                }
            }
            case "select" -> {
                Element chosen = element.selectFirst("option[selected]");
                Element shown = chosen == null ? element.selectFirst("option") : chosen;
                canvas.text(shown == null ? "" : "[" + shown.text() + "]", style);
            }
            default -> {
                String source = element.attr("src").strip();
                String what = name.endsWith("frame") ? "frame" : name;
                if (!source.isEmpty() && !source.toLowerCase(Locale.ROOT).startsWith("about:")) {
                    canvas.flush();
                    canvas.text("[" + what + ": " + page.absolute(source) + "]", Style.FAINT);
                    canvas.flush();
                }
            }
        }
    }

    private void input(Element element, String alt) {
        String value = element.attr("value").strip();
        switch (element.attr("type").toLowerCase(Locale.ROOT)) {
            case "submit", "button", "reset" -> canvas.text(value.isEmpty() ? "" : "[" + value + "]", Style.PLAIN);
            case "image" -> canvas.text(alt.isEmpty() ? "" : "[" + alt + "]", Style.PLAIN);
            case "checkbox", "radio" -> canvas.text(element.hasAttr("checked") ? "[x] " : "[ ] ", Style.PLAIN);
            case "hidden", "file", "password", "range", "color" -> {}
            default -> {
                String shown = value.isEmpty() ? element.attr("placeholder").strip() : value;
                canvas.text(shown.isEmpty() ? "" : "[" + shown + "]", Style.FAINT);
            }
        }
    }

    /** Pictures that count visitors. */
    private static boolean tiny(Element image) {
        return image.attr("width").matches("[01](px)?") || image.attr("height").matches("[01](px)?");
    }
}

package org.pressmark.extract;

import java.util.Optional;

/** What a document is written in, by its label, else by its look. */
enum Format {
    HTML,
    XHTML,
    MARKDOWN,
    PLAIN;

    private static final int LOOK = 4_000;
    private static final String[] TAGS = {
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<meta",
        "<script",
        "<div",
        "<p>",
        "<p ",
        "<article",
        "<h1",
        "<table",
        "<link",
        "<span",
        "<a href",
        "<br",
        "<!--"
    };

    static Format of(String text, Optional<String> contentType, String url) {
        String type = Text.lower(contentType.orElse("")).split(";", 2)[0].strip();
        if (type.contains("xml")) {
            return XHTML;
        }
        if (type.contains("html")) {
            return HTML;
        }
        if (type.equals("text/markdown") || type.equals("text/x-markdown")) {
            return MARKDOWN;
        }
        boolean named = Text.lower(url).endsWith(".md") || Text.lower(url).endsWith(".markdown");
        if (type.equals("text/plain")) {
            return named || markdown(text) ? MARKDOWN : PLAIN;
        }
        String head = Text.lower(text.substring(0, Math.min(text.length(), LOOK)));
        for (String tag : TAGS) {
            if (head.contains(tag)) {
                return HTML;
            }
        }
        return named || markdown(text) ? MARKDOWN : PLAIN;
    }

    /** Which sign decided, for those who ask. */
    String rule(Optional<String> contentType) {
        String type = Text.lower(contentType.orElse(""));
        boolean told = this == PLAIN
                ? type.startsWith("text/plain")
                : this == MARKDOWN ? type.contains("markdown") : type.contains("html") || type.contains("xml");
        return told ? "format.content-type" : "format.look";
    }

    /** A heading line, a link or strong text in brackets and stars: enough of the look. */
    private static boolean markdown(String text) {
        String head = text.substring(0, Math.min(text.length(), LOOK));
        for (String line : head.split("\n", -1)) {
            if (line.startsWith("# ") || line.startsWith("## ") || line.startsWith("### ")) {
                return true;
            }
        }
        int link = head.indexOf("](");
        return link > 0 && head.lastIndexOf('[', link) >= 0;
    }
}

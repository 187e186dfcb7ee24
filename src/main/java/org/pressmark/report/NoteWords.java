package org.pressmark.report;

/** What an article's labels mean, in a sentence for readers. */
final class NoteWords {
    private NoteWords() {}

    static String of(String note) {
        return switch (note) {
            case "empty" -> "No article text was found on this page.";
            case "needs-scripts" -> "The page fills itself by scripts; what is stored holds no text of an article.";
            case "paywall-stub" -> "Only the beginning of the article stands here; the rest lies behind a paywall.";
            case "wall" -> "This is a wall before the page (consent, login, age, check for robots), not the article.";
            case "rate-limit" -> "The server answered that it was asked too often.";
            case "soft-404" -> "The page says that there is no such page, though the server called it found.";
            case "index-page" -> "This is a list of teasers, a front or section page, not one article.";
            case "multi-page" -> "This is one page of an article that goes on elsewhere.";
            case "gallery" -> "This is a gallery: pictures with captions.";
            case "live-blog" -> "This is a live blog: entries with their times.";
            case "charset-mislabelled" -> "The page's label names an encoding that its bytes contradict.";
            case "cut-short" -> "The page is longer than what was read of it.";
            default -> "Something is unusual about this page.";
        };
    }
}

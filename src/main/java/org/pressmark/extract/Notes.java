package org.pressmark.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;
import org.pressmark.model.Place;

/** Labels what is unusual about a page, by rules that anyone can check. A label on an ordinary article is a fault. */
final class Notes {
    /** Fewer words than this are no article of their own. */
    private static final int SHORT = 120;
    /** Pages that only say that there is nothing have fewer words than this in all. */
    private static final int SMALL_PAGE = 400;

    /** What a page that is no article says at most. */
    private static final int LITTLE = 30;

    private static final int STUB = 250;
    private static final int HEADLINE = 9;
    private static final int TEASERS = 10;
    private static final int PICTURES = 6;
    private static final int ENTRIES = 6;

    private final Article article;
    private final PageLook look;
    private final String body;
    private final int words;
    private final List<Field> notes;

    private Notes(Article article, PageLook look) {
        this.article = article;
        this.look = look;
        this.body = article.body();
        this.words = Text.words(body);
        this.notes = new ArrayList<>(article.notes());
    }

    /** The article with its labels. */
    static Article add(Article article, PageLook look) {
        Notes labels = new Notes(article, look);
        labels.standIns();
        labels.stub();
        labels.shapes();
        return article.withNotes(labels.notes);
    }

    /** What stands in an article's place: nothing, a shell, a wall, a refusal, a page that says that there is none. */
    private void standIns() {
        if (words == 0) {
            notes.add(new Field(
                    "empty",
                    "no running text was found; the page has " + look.words() + " words in all",
                    Place.NONE,
                    "note.empty"));
        }
        if (words >= SHORT) {
            return;
        }
        boolean rated = said(Lexicon.RATE_LIMIT, "rate-limit");
        boolean missing = !rated && (said(Lexicon.NOT_FOUND, "soft-404") || number404());
        boolean wall = !rated && !missing && words < SHORT / 2 && said(Lexicon.WALL, "wall");
        if (!rated && !missing && !wall && words < 40 && look.words() < SHORT) {
            look.scripted().ifPresent(notes::add);
        }
    }

    /**
     * True where headline or title of a small page say so or, where it says little else, its first words. Only pages that say
     * that there is none may be large: they show what else there is.
     */
    private boolean said(Words phrases, String label) {
        String headline = article.headline().map(Field::value).orElse("");
        Place place = article.headline().map(Field::place).orElse(Place.NONE);
        boolean small = look.words() < SMALL_PAGE;
        if ((small || phrases == Lexicon.NOT_FOUND) && Text.words(headline) <= HEADLINE && phrases.in(headline)) {
            notes.add(new Field(label, headline, place, "note." + label + "-headline"));
        } else if (small && Text.words(look.title()) <= HEADLINE && phrases.in(look.title())) {
            notes.add(new Field(label, look.title(), Place.NONE, "note." + label + "-title"));
        } else if (words < LITTLE && look.words() < SHORT && phrases.in(look.opening())) {
            notes.add(new Field(label, around(look.opening(), phrases), Place.NONE, "note." + label + "-text"));
        } else {
            return false;
        }
        return true;
    }

    private boolean number404() {
        Optional<Field> headline =
                article.headline().filter(field -> field.value().strip().equals("404"));
        headline.ifPresent(field -> notes.add(new Field("soft-404", "404", field.place(), "note.soft-404-number")));
        return headline.isPresent();
    }

    private static String around(String text, Words phrases) {
        int at = Math.max(0, phrases.find(text));
        return text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 80))
                .strip();
    }

    /** The beginning of an article, the rest of which is to be paid for. */
    private void stub() {
        Optional<Field> closed = article.facts().stream()
                .filter(field -> field.rule().endsWith("isAccessibleForFree")
                        && field.value().equalsIgnoreCase("false"))
                .findFirst();
        if (words >= STUB) {
            return;
        }
        if (closed.isPresent()) {
            notes.add(
                    new Field("paywall-stub", closed.get().exact(), closed.get().place(), "note.paywall-stated"));
            return;
        }
        List<Block> blocks = article.blocks();
        for (Block block : blocks.subList(Math.max(0, blocks.size() - 6), blocks.size())) {
            if (words > 0 && Text.words(block.text()) < 60 && Lexicon.PAYWALL.in(block.text())) {
                notes.add(new Field(
                        "paywall-stub", around(block.text(), Lexicon.PAYWALL), block.place(), "note.paywall-words"));
                return;
            }
        }
        if (words > 0) {
            look.offer().ifPresent(notes::add);
        }
    }

    /** Pages that are something else than one running text. */
    private void shapes() {
        List<Field> pages = article.facts().stream()
                .filter(field -> field.rule().startsWith("page."))
                .toList();
        if (!pages.isEmpty() && words > 0) {
            String numbers = String.join(
                    ", ", pages.stream().map(field -> field.rule().substring(5)).toList());
            notes.add(new Field(
                    "multi-page", "other pages: " + numbers, pages.get(0).place(), "note.pagination"));
        }
        if (pages.isEmpty() && words > 0) {
            look.part().ifPresent(notes::add);
        }
        Optional<Field> live = article.facts().stream()
                .filter(field ->
                        field.rule().equals("json-ld.type") && field.value().equals("LiveBlogPosting"))
                .findFirst();
        if (live.isPresent()) {
            notes.add(new Field("live-blog", live.get().exact(), live.get().place(), "note.live-blog-stated"));
        } else if (look.entries() >= ENTRIES && timed() >= ENTRIES) {
            notes.add(new Field(
                    "live-blog",
                    look.entries() + " entries with a time of their own",
                    Place.NONE,
                    "note.live-blog-entries"));
        }
        gallery();
        index();
    }

    private long timed() {
        return article.blocks().stream()
                .filter(block -> block.kind() == BlockKind.TIMESTAMP)
                .count();
    }

    private void gallery() {
        long pictures = count(BlockKind.IMAGE);
        long captions = count(BlockKind.CAPTION);
        if (pictures >= PICTURES && captions >= PICTURES && words < 25 * pictures) {
            notes.add(new Field(
                    "gallery", pictures + " pictures, " + captions + " captions", Place.NONE, "note.gallery"));
        }
    }

    private long count(BlockKind kind) {
        return article.blocks().stream().filter(block -> block.kind() == kind).count();
    }

    /** Many headings that lead elsewhere and nothing that says article: a front page, a section, a list of results. */
    private void index() {
        boolean article = this.article.published().isPresent()
                || this.article.facts().stream()
                        .anyMatch(field -> field.rule().equals("json-ld.type")
                                || field.rule().equals("meta.og:type")
                                        && field.value().equals("article"));
        if (look.teasers() >= TEASERS && !article && words < 25 * look.teasers()) {
            notes.add(new Field(
                    "index-page",
                    look.teasers() + " headings that are links, " + words + " words of running text",
                    Place.NONE,
                    "note.index-page"));
        }
    }
}

package org.pressmark.extract;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Field;

/** Cuts what closes a page but not the article: boilerplate, a note on the author, headings with nothing below. */
final class Tail {
    private static final Set<BlockKind> RUNNING = EnumSet.of(
            BlockKind.PARAGRAPH,
            BlockKind.BLOCKQUOTE,
            BlockKind.LIST,
            BlockKind.TABLE,
            BlockKind.PREFORMATTED,
            BlockKind.EMBED);
    private static final String[] AUTHORS = {"json-ld.author", "meta.author", "microdata.author.name"};
    private static final int NOTE = 120;
    private static final int REACH = 20;

    private final Page page;
    private final List<Draft> drafts;

    private Tail(Page page, List<Draft> drafts) {
        this.page = page;
        this.drafts = new ArrayList<>(drafts);
    }

    static List<Draft> cut(Page page, List<Draft> drafts) {
        Tail tail = new Tail(page, drafts);
        tail.close();
        return tail.drafts;
    }

    private void close() {
        Set<String> authors = authors();
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            if (draft.kind() == BlockKind.HEADING) {
                drafts.set(i, draft.as(BlockKind.OTHER, "other.heading-alone", "a heading with no text below"));
            } else if (boilerplate(draft)) {
                drafts.set(
                        i, draft.as(BlockKind.PROMO, "promo.tail", "closes the page in words that belong to the site"));
            } else if (i > drafts.size() / 2 && aboutSite(draft)) {
                drafts.set(i, draft.as(BlockKind.PROMO, "promo.about-site", "closes the page on the site itself"));
            } else if (i > drafts.size() / 2 && (about(draft, authors) || byGivenName(i, authors) || belowName(i))) {
                drafts.set(i, draft.as(BlockKind.AUTHOR_NOTE, "author-note.tail", "closes the page on its author"));
            } else if (RUNNING.contains(draft.kind())) {
                break;
            }
        }
    }

    private static boolean boilerplate(Draft draft) {
        if (draft.kind() != BlockKind.PARAGRAPH && draft.kind() != BlockKind.LIST) {
            return false;
        }
        Piece piece = draft.piece();
        String bare = Lines.bare(piece.text());
        return piece.words() < 50
                && (bare.startsWith("©") || Lexicon.BOILERPLATE.opens(bare) > 0 || Lines.related(bare));
    }

    /**
     * True where a paragraph opens with an author's whole name, since editors speak so of writers and not these of themselves;
     * or where it is short, has the name and a link: how to follow or reach them.
     */
    private static boolean about(Draft draft, Set<String> authors) {
        if (draft.kind() != BlockKind.PARAGRAPH || draft.piece().words() > NOTE || authors.isEmpty()) {
            return false;
        }
        String key = Text.key(draft.piece().text()) + " ";
        boolean reach = draft.piece().words() <= REACH && draft.piece().linked() > 0;
        return authors.stream()
                .anyMatch(author -> key.startsWith(author + " ") || reach && (" " + key).contains(" " + author + " "));
    }

    /** True where a paragraph opens with the name of the site: what it is and does, below each of its articles. */
    private boolean aboutSite(Draft draft) {
        String site = page.facts
                .first("meta.og:site_name", "json-ld.publisher", "json-ld.site.name")
                .map(field -> Text.key(field.value()))
                .orElse("");
        return draft.kind() == BlockKind.PARAGRAPH
                && draft.piece().words() <= NOTE
                && site.length() > 3
                && Text.key(draft.piece().text()).startsWith(site + " ");
    }

    /** True below a line with a name, of a box on the author. */
    private boolean belowName(int at) {
        Draft draft = drafts.get(at);
        return at > 0
                && drafts.get(at - 1).kind() == BlockKind.BYLINE
                && draft.kind() == BlockKind.PARAGRAPH
                && draft.piece().words() <= NOTE;
    }

    /** True where a paragraph opens with an author's given name, of whom nothing was said before: an editor speaks. */
    private boolean byGivenName(int at, Set<String> authors) {
        Draft draft = drafts.get(at);
        if (draft.kind() != BlockKind.PARAGRAPH || draft.piece().words() > NOTE) {
            return false;
        }
        String key = Text.key(draft.piece().text());
        for (String author : authors) {
            String given = author.substring(0, Math.max(0, author.indexOf(' ')));
            if (given.length() > 2 && key.startsWith(given + " ")) {
                return drafts.subList(0, at).stream()
                        .filter(other -> other.kind().body())
                        .noneMatch(other -> (" " + Text.key(other.piece().text()) + " ").contains(" " + given + " "));
            }
        }
        return false;
    }

    private Set<String> authors() {
        Set<String> out = new HashSet<>();
        for (Field field : page.facts.every(AUTHORS)) {
            PersonNames.split(field.value()).forEach(name -> add(name, out));
        }
        for (Draft draft : drafts) {
            if (draft.kind() == BlockKind.BYLINE) {
                String bare = Lines.bare(draft.piece().text());
                String names = bare.substring(Lexicon.BYLINE.opens(bare));
                PersonNames.split(names).forEach(name -> add(name, out));
            }
        }
        return out;
    }

    private static void add(String name, Set<String> out) {
        if (PersonNames.plain(name)) {
            out.add(Text.key(name));
        }
    }
}

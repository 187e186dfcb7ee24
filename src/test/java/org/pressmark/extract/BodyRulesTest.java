package org.pressmark.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.pressmark.model.Article;
import org.pressmark.model.Block;
import org.pressmark.model.BlockKind;
import org.pressmark.model.Candidate;
import org.pressmark.model.Explanation;

/** What is text and what only stands in it, rule by rule, on small pages. */
class BodyRulesTest {
    private static final String A =
            "<p>Der Stadtrat hat am Dienstag beschlossen, die alte Brücke über den Fluss bis zum Herbst zu erneuern.</p>";
    private static final String B =
            "<p>„Wir haben lange genug gewartet“, sagte die Bürgermeisterin nach der Sitzung im Rathaus vor Journalisten.</p>";
    private static final String C =
            "<p>Die Händler am linken Ufer fordern eine Behelfsbrücke, die das Land aber nicht bezahlen will.</p>";
    private static final String D =
            "<p>Im nächsten Jahr soll auch die Uferstraße gesperrt werden, wie der Bauamtsleiter ankündigte.</p>";
    private static final String TEXT = A + B + C + D;

    private static Explanation explain(String html) {
        return new Extractor()
                .explain(
                        html.getBytes(StandardCharsets.UTF_8),
                        Optional.of("text/html; charset=utf-8"),
                        "https://zeitung.example/lokales/bruecke");
    }

    private static Article read(String inside) {
        return explain("<html lang=de><body><main><article><h1>Brücke wird bis zum Herbst erneuert</h1>" + inside
                        + "</article></main></body></html>")
                .article();
    }

    private static List<String> texts(Article article, BlockKind kind) {
        return article.blocks().stream()
                .filter(block -> block.kind() == kind)
                .map(Block::text)
                .toList();
    }

    @Test
    void wordsInAPicturesBoxAreItsCaption() {
        Article article = read(A + "<div class=bild-box><div class=newsitem-image><img src=/b.jpg>"
                + "<div>Die alte Brücke am Montag im Regen.</div></div></div>" + B + C + D);
        assertEquals(List.of("Die alte Brücke am Montag im Regen."), texts(article, BlockKind.CAPTION));
        assertFalse(article.body().contains("im Regen"));
    }

    @Test
    void aLineThatEndsInACreditIsACaptionInAnyLanguage() {
        Article german = read(A + "<p>Die Brücke von oben gesehen. Foto: Jana Muster</p>" + B + C + D);
        Article english = read(A + "<p>The bridge as seen from the north bank. Image: Jane Sample</p>" + B + C + D);
        Article french = read(A + "<p>Le vieux pont sous la pluie. © Jeanne Exemple</p>" + B + C + D);
        assertEquals(4, texts(german, BlockKind.PARAGRAPH).size());
        assertEquals(4, texts(english, BlockKind.PARAGRAPH).size());
        assertEquals(4, texts(french, BlockKind.PARAGRAPH).size());
    }

    @Test
    void aSentenceWithAColonIsNoCaption() {
        Article article = read(A
                + "<p>Für ihn zählt nur eines, sagte der Wirt über das Foto: Vertrauen in die Statik.</p>" + B + C + D);
        assertEquals(5, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void aQuotationSetApartThatStandsInTheTextIsAPullQuoteWithItsSpeaker() {
        Article article = read(A
                + "<p>„Wir haben lange genug gewartet und wollen jetzt endlich bauen“, sagte die Bürgermeisterin im Rathaus.</p>"
                + "<div class=x><blockquote>Wir haben lange genug gewartet und wollen jetzt endlich bauen</blockquote>"
                + "<p class=wer>Petra Muster, Bürgermeisterin</p></div>" + C + D);
        assertEquals(
                List.of(
                        "Wir haben lange genug gewartet und wollen jetzt endlich bauen",
                        "Petra Muster, Bürgermeisterin"),
                texts(article, BlockKind.PULL_QUOTE));
        assertFalse(article.body().contains("Petra Muster"));
    }

    @Test
    void aRefrainInTheSameTemplateStays() {
        String refrain = "<p>Die Stadt baut eine neue Brücke über den alten breiten Fluss.</p>";
        Article article = read(A + refrain + B
                + "<p>Noch einmal sagte er es: Die Stadt baut eine neue Brücke über den alten breiten Fluss.</p>" + C
                + D);
        assertEquals(6, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void runningTextBetweenHeadlineAndBodyOpensTheArticle() {
        Article article = read(
                "<div class=q7><div class=k3>Die Stadt leiht sich ein Drittel des Geldes, das sie für den Bau braucht.</div>"
                        + "</div><div class=content-body>" + TEXT + "</div>");
        assertTrue(article.body().startsWith("Die Stadt leiht sich"));
    }

    @Test
    void theSitesOwnVoiceIsAPromoInManyLanguages() {
        for (String line : List.of(
                "Sign up to get the morning news: our daily newsletter brings it to your inbox.",
                "Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen das Wichtigste.",
                "Inscrivez-vous à notre newsletter pour recevoir chaque matin les informations.",
                "Únete a nuestro canal de WhatsApp y recibe las noticias cada mañana.",
                "Подписывайтесь на наш телеграм-канал и читайте новости первыми.")) {
            Article article = read(A + B + "<p>" + line + "</p>" + C + D);
            assertEquals(List.of(line), texts(article, BlockKind.PROMO));
            assertFalse(article.body().contains(line));
        }
    }

    @Test
    void aLineInNoParagraphIsDroppedWhereAllTheTextIsInParagraphs() {
        Article article = read(
                "<div class=t>" + TEXT + "<div class=ext>Alle Nachrichten aus der Stadt auf einen Blick.</div></div>");
        assertFalse(article.body().contains("auf einen Blick"));
        Article answered = read("<div class=t>" + A + "<div class=q>Wann wird die Brücke denn nun fertig?</div>" + B + C
                + D + "</div>");
        assertTrue(answered.body().contains("denn nun fertig?"));
    }

    @Test
    void whatThePagesOwnCopyOfItsTextLeavesOutIsDropped() {
        String copy = TEXT.replaceAll("<[^>]+>", " ");
        String json = "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + copy
                + "\"}</script>";
        Article article = read(json + A + B + "<p>Auch das Museum ist wieder offen.</p>" + C + D);
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
        assertFalse(article.body().contains("Museum"));
    }

    @Test
    void ofTwoArticlesTheOneWithTheHeadlineIsRead() {
        Article article = explain(
                        "<html><body><main><article class=a><h1>Brücke wird bis zum Herbst erneuert</h1>" + TEXT
                                + "</article><article class=b><h2>Hafen bleibt geschlossen</h2>"
                                + TEXT.replace("Brücke", "Mole").replace("Dienstag", "Mittwoch")
                                + "</article></main></body></html>")
                .article();
        assertFalse(article.body().contains("Mole"));
        assertTrue(article.body().contains("Brücke"));
    }

    @Test
    void anchorsMadeOfAHeadingsWordsSayNothing() {
        Article article = read(A + B + "<h2 id=menu-nav-und-suche>Was sich am Ufer ändert</h2>" + C + D);
        assertEquals(List.of("Was sich am Ufer ändert"), texts(article, BlockKind.HEADING));
    }

    @Test
    void aLinkedHeadingThatOpensTextIsAHeadingAndOneWithoutIsRelated() {
        Article article = read(A + "<h2><a href=/ufer>Die Pläne für das Ufer</a></h2>"
                + "<p>Am Ufer sollen Bäume gepflanzt und Bänke aufgestellt werden, sobald die Bauarbeiten an der Brücke beendet sind, "
                + "und auch ein Spielplatz ist in der Planung des Bauamtes für das übernächste Jahr schon vorgesehen, hieß es.</p>"
                + "<p>Das Geld dafür kommt zum größten Teil vom Land, den Rest trägt die Stadt aus ihrem Haushalt selbst.</p>"
                + B + C + D + "<h3><a href=/andere>Ein ganz anderer Artikel von gestern</a></h3>");
        assertEquals(List.of("Die Pläne für das Ufer"), texts(article, BlockKind.HEADING));
        assertEquals(List.of("Ein ganz anderer Artikel von gestern"), texts(article, BlockKind.RELATED));
    }

    @Test
    void boxesWithinTheArticleAreBlocksOfTheirOwnKind() {
        Article article = read("<p class=kicker>Stadtentwicklung</p>" + A + B
                + "<div class=newsletter-box><p>Jeden Morgen das Neueste aus dem Rathaus lesen.</p></div>" + C + D
                + "<div class=author-bio><p>Jana Muster schreibt seit zehn Jahren über die Stadt.</p></div>");
        assertEquals(List.of("Stadtentwicklung"), texts(article, BlockKind.KICKER));
        assertEquals(List.of("Jeden Morgen das Neueste aus dem Rathaus lesen."), texts(article, BlockKind.PROMO));
        assertEquals(
                List.of("Jana Muster schreibt seit zehn Jahren über die Stadt."),
                texts(article, BlockKind.AUTHOR_NOTE));
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void aLineToReadMoreWithItsTitleEndsWithItself() {
        Article article = read(A + "<p>Lesen Sie auch: <a href=/x>Wie die Brücke einst gebaut wurde</a></p>"
                + "<p>Das sagte der Bauamtsleiter.</p>" + B + C + D);
        assertTrue(article.body().contains("Das sagte der Bauamtsleiter."));
        assertFalse(article.body().contains("einst gebaut"));
    }

    @Test
    void theTraceNamesTheRuleAndTheReasonOfEveryDrop() {
        Explanation explained = explain("<html><body><article><h1>Brücke wird bis zum Herbst erneuert</h1>" + TEXT
                + "<div class=social-share>Teilen</div></article></body></html>");
        Candidate dropped = explained.candidates().stream()
                .filter(candidate ->
                        candidate.field().equals("block") && candidate.value().equals("Teilen"))
                .findFirst()
                .orElseThrow();
        assertFalse(dropped.taken());
        assertEquals("other.name", dropped.rule());
        assertTrue(dropped.why().contains("name"));
        assertTrue(explained.candidates().stream()
                .anyMatch(candidate -> candidate.field().equals("body") && candidate.taken()));
    }

    @Test
    void numberedListsShowTheirNumbers() {
        Article article =
                read(A + B + "<ol start=3><li>Zuerst die Pfeiler.</li><li>Dann <a href=/f>die Fahrbahn</a>.</li></ol>"
                        + "<ol reversed><li>Der erste.</li><li>Der letzte.</li></ol>"
                        + "<ol style='list-style: none'><li>Ohne Zahl.</li></ol>" + C + D);
        assertEquals(
                List.of(
                        "3. Zuerst die Pfeiler.",
                        "4. Dann die Fahrbahn.",
                        "2. Der erste.",
                        "1. Der letzte.",
                        "Ohne Zahl."),
                texts(article, BlockKind.LIST));
        Block second = article.blocks().stream()
                .filter(block -> block.text().startsWith("4."))
                .findFirst()
                .orElseThrow();
        Block.Inline link = second.inlines().get(0);
        assertEquals("die Fahrbahn", second.text().substring(link.start(), link.end()));
    }

    @Test
    void aClosingParagraphOnItsAuthorIsANoteAndNoText() {
        Article article = read("<p class=byline>Von Jana Muster</p>" + TEXT
                + "<p><em>Jana Muster ist Redakteurin im Ressort Lokales.</em></p>"
                + "<p>Folgen Sie Jana Muster auf <a href=https://x.example/jm>X</a>.</p>");
        assertEquals(2, texts(article, BlockKind.AUTHOR_NOTE).size());
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void whatAnArticleIsFiledUnderDoesNotNameItsElement() {
        Article article = explain(
                        "<html lang=de><body><div class='post type-post hentry category-kommentar tag-werbung'>"
                                + "<h2>Brücke wird bis zum Herbst erneuert</h2>" + TEXT + "</div></body></html>")
                .article();
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
        assertEquals(List.of(), article.comments());
    }

    @Test
    void editorsPointersInBracketsAndBehindLabelsAreNoText() {
        Article article = read(A + "<p>[Mehr dazu: <a href=/x>Wie die Brücke einst gebaut wurde</a>]</p>" + B
                + "<p>AUCH IM BLATT: <a href=/y>Ein Gang am Fluss entlang</a></p>" + C + D);
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
        assertEquals(2, texts(article, BlockKind.RELATED).size());
    }

    @Test
    void aQuotedPostBelowALineToShareIsText() {
        Article article = read(A + B
                + "<p>Teilen:</p><blockquote class=twitter-tweet><p>Die Brücke ist offen.</p></blockquote>" + C + D);
        assertTrue(article.body().contains("Die Brücke ist offen."));
    }

    @Test
    void standInsAndNoticesOfAmpPagesAreNoText() {
        Article article = read(A + B + "<amp-video src=v><div fallback>Ihr Browser kann das nicht.</div></amp-video>"
                + "<amp-consent><p>Wir verwenden Cookies auf dieser Seite, weil wir es wollen.</p></amp-consent>"
                + "<amp-list src=x><div placeholder>Liste wird eben geladen, bitte warten.</div></amp-list>" + C + D);
        assertEquals(4, texts(article, BlockKind.PARAGRAPH).size());
    }

    @Test
    void aShortPostUnderAHeadingThatLinksToItselfIsNoTeaser() {
        String post = "<div class=post><h2><a href=\"%s\">Brücke wird bis zum Herbst erneuert</a></h2>" + A + "</div>";
        String others = "<div class=other>" + B + C + D + "</div>";
        String page =
                "<html lang=de><title>Brücke wird bis zum Herbst erneuert</title><body>%s" + others + "</body></html>";
        Article own = explain(page.formatted(post.formatted("https://zeitung.example/lokales/bruecke/#top")))
                .article();
        assertTrue(own.body().contains("Stadtrat"));
        Article teaser = explain(page.formatted(post.formatted("https://zeitung.example/lokales/anderes")))
                .article();
        assertFalse(teaser.body().contains("Stadtrat"));
    }

    @Test
    void whatStandsInNoscriptIsReadWhereNothingElseDoes() {
        String page =
                "<html lang=de><body><h1>Brücke wird bis zum Herbst erneuert</h1><div id=text></div><noscript>%s</noscript>"
                        + "%s</body></html>";
        Explanation alone = explain(page.formatted(TEXT + TEXT.replace("Der", "Auch der"), ""));
        assertTrue(alone.article().body().contains("Behelfsbrücke"));
        assertTrue(alone.candidates().stream().map(Candidate::rule).anyMatch("text.noscript"::equals));
        String call = "<p>Bitte schalten Sie JavaScript ein, damit diese Seite angezeigt werden kann.</p>";
        assertEquals("", explain(page.formatted(call, "")).article().body());
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.pressmark.compare.Comparer;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Witness;

/** Sets two copies against each other, whatever they are: files, standard input, stored pages as of a time. */
public final class CompareArticles {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Pipeline house;
    private final ExtractArticle extract;

    public CompareArticles(Pipeline house) {
        this.house = house;
        this.extract = new ExtractArticle(house);
    }

    /**
     * Compares two documents.
     *
     * @param in where a {@link Reference.Input} is read
     */
    public Comparison compare(Reference base, Reference other, InputStream in) throws IOException {
        Witness a = witness("A", base, in);
        Witness b = witness("B", other, in);
        if (a.label().equals(b.label())
                && a.capturedAt().isPresent()
                && b.capturedAt().isPresent()) {
            a = dated(a);
            b = dated(b);
        }
        return new Comparer().compare(a, b);
    }

    /** Compares two stored captures. */
    public Comparison compare(Capture base, Capture other) throws IOException {
        return new Comparer().compare(stored("A", base), stored("B", other));
    }

    private Witness witness(String siglum, Reference reference, InputStream in) throws IOException {
        if (reference instanceof Reference.Stored stored) {
            return stored(siglum, new ReplayCapture(house).choose(stored).capture());
        }
        boolean file = reference instanceof Reference.InFile;
        Article article =
                reference instanceof Reference.InFile given ? extract.file(given.path(), "") : extract.stream(in, "");
        String label =
                file ? String.valueOf(((Reference.InFile) reference).path().getFileName()) : "standard input";
        return new Witness(siglum, label, article, Optional.empty(), Optional.empty());
    }

    private Witness stored(String siglum, Capture capture) throws IOException {
        Optional<Article> known = house.store().read(tx -> tx.articles().ofCapture(capture.recordId()));
        Article article = known.isPresent() ? known.get() : extract.stored(capture);
        String host = WebAddress.parse(capture.url()).map(WebAddress::host).orElse(capture.url());
        return new Witness(siglum, host, article, Optional.of(capture), Optional.of(capture.date()));
    }

    /** Two captures of one site are told apart by their times. */
    private static Witness dated(Witness witness) {
        String label = witness.label()
                + witness.capturedAt().map(time -> ", " + DAY.format(time)).orElse("");
        return new Witness(witness.siglum(), label, witness.article(), witness.capture(), witness.capturedAt());
    }
}

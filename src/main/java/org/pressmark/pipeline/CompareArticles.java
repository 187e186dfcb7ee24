package org.pressmark.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pressmark.compare.Collator;
import org.pressmark.compare.Comparer;
import org.pressmark.compare.Sigla;
import org.pressmark.markup.WebAddress;
import org.pressmark.model.Apparatus;
import org.pressmark.model.Article;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Witness;
import org.pressmark.pipeline.PipelineException.Trouble;

/** Sets two copies against each other, whatever they are: files, standard input, stored pages as of a time. */
public final class CompareArticles {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Pipeline house;
    private final boolean thumbnails;
    private final ExtractArticle extract;

    /** For comparisons of which the words count. */
    public CompareArticles(Pipeline house) {
        this(house, false);
    }

    /** @param thumbnails whether pictures that differ will be shown side by side */
    public CompareArticles(Pipeline house, boolean thumbnails) {
        this.house = house;
        this.thumbnails = thumbnails;
        this.extract = new ExtractArticle(house);
    }

    /**
     * Compares two documents.
     *
     * @param in where a {@link Reference.Input} is read
     */
    public Comparison compare(Reference base, Reference other, InputStream in) throws IOException {
        return compare(witness("A", base, in), witness("B", other, in));
    }

    /**
     * Collates three or more documents.
     *
     * @param base index of the one that the others are shown against
     * @param in where a {@link Reference.Input} is read; it can be read once
     */
    public Apparatus collate(List<Reference> copies, int base, InputStream in) throws IOException {
        if (copies.size() > Collator.MOST) {
            throw new PipelineException(
                    Trouble.INPUT,
                    copies.size() + " copies are more than are set against each other at once (" + Collator.MOST
                            + "); compare them in parts");
        }
        List<Witness> witnesses = new ArrayList<>();
        for (Reference copy : copies) {
            witnesses.add(witness(Sigla.of(witnesses.size()), copy, in));
        }
        return collate(witnesses, base);
    }

    /** Collates stored captures, the first being the base. */
    public Apparatus collate(List<Capture> captures) throws IOException {
        if (captures.size() < 2 || captures.size() > Collator.MOST) {
            throw new PipelineException(
                    Trouble.INPUT, "two to " + Collator.MOST + " captures can be collated, not " + captures.size());
        }
        List<Witness> witnesses = new ArrayList<>();
        for (Capture capture : captures) {
            witnesses.add(stored(Sigla.of(witnesses.size()), capture));
        }
        return collate(witnesses, 0);
    }

    private Apparatus collate(List<Witness> bare, int base) {
        List<Witness> witnesses = new StoredPictures(house, thumbnails).give(bare);
        Set<String> seen = new HashSet<>();
        Set<String> twice = witnesses.stream()
                .map(Witness::label)
                .filter(label -> !seen.add(label))
                .collect(Collectors.toSet());
        return new Collator()
                .collate(
                        witnesses.stream()
                                .map(witness -> twice.contains(witness.label()) ? dated(witness) : witness)
                                .toList(),
                        base);
    }

    /** Compares two stored captures. */
    public Comparison compare(Capture base, Capture other) throws IOException {
        return compare(stored("A", base), stored("B", other));
    }

    private Comparison compare(Witness first, Witness second) {
        List<Witness> pair = new StoredPictures(house, thumbnails).give(List.of(first, second));
        Witness a = pair.get(0);
        Witness b = pair.get(1);
        boolean oneSite = a.label().equals(b.label())
                && a.capturedAt().isPresent()
                && b.capturedAt().isPresent();
        return oneSite ? new Comparer().compare(dated(a), dated(b)) : new Comparer().compare(a, b);
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
        return new Witness(siglum, host, article, Optional.of(asRead(capture)), Optional.of(capture.date()));
    }

    /** Where the server only said that nothing is new, there is no more of the page than its original has. */
    private Capture asRead(Capture capture) {
        if (capture.kind() != Capture.Kind.REVISIT_NOT_MODIFIED) {
            return capture;
        }
        return capture.refersTo()
                .flatMap(named -> house.store().read(tx -> tx.captures().original(named)))
                .flatMap(Capture::truncated)
                .map(capture::cutShort)
                .orElse(capture);
    }

    /** Two captures of one site are told apart by their times. */
    private static Witness dated(Witness witness) {
        String label = witness.label()
                + witness.capturedAt().map(time -> ", " + DAY.format(time)).orElse("");
        return new Witness(
                witness.siglum(),
                label,
                witness.article(),
                witness.capture(),
                witness.capturedAt(),
                witness.pictures());
    }
}

package org.pressmark.pipeline;

import java.io.IOException;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Comparison;
import org.pressmark.model.Digest;
import org.pressmark.model.Version;

/** The comparisons of texts with those before them that were made last: texts do not change, and pages ask for the same again. */
public final class KeptComparisons {
    private static final int MOST = 400;

    private final Pipeline house;
    private final LastUsed<Pair, Comparison> kept = new LastUsed<>(MOST);

    /** Two captures, and the texts that were read from them: newer rules may read others. */
    private record Pair(String before, Digest from, String after, Digest to) {
        static Pair of(Version from, Version to) {
            return new Pair(from.firstCapture(), from.textDigest(), to.firstCapture(), to.textDigest());
        }
    }

    public KeptComparisons(Pipeline house) {
        this.house = house;
    }

    /** The comparison of two versions, where it is kept. */
    Optional<Comparison> known(Version from, Version to) {
        return kept.find(Pair.of(from, to));
    }

    /** The comparison of two versions by the captures that brought them, made where it is not kept. */
    Comparison of(Version from, Version to, Capture before, Capture after) throws IOException {
        Optional<Comparison> known = known(from, to);
        if (known.isPresent()) {
            return known.get();
        }
        Comparison made = new CompareArticles(house).compare(before, after);
        kept.keep(Pair.of(from, to), made);
        return made;
    }
}

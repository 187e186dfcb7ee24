package org.pressmark.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TermQuery;

/** Looks words up in an open index. */
final class Finder {
    /** A word of the headline says more of an article than one of its text. */
    private static final float HEADLINE = 3;

    private static final Set<String> STORED = Set.of(WordIndex.PAGE, WordIndex.VERSION, WordIndex.RECORD);

    private final IndexSearcher searcher;

    Finder(DirectoryReader reader) {
        this.searcher = new IndexSearcher(reader);
    }

    Found find(Wanted wanted, int offset, int limit) throws IOException {
        // Without threads of its own the searcher takes one collector for all.
        Pages pages = searcher.search(query(wanted), new CollectorManager<Pages, Pages>() {
            @Override
            public Pages newCollector() {
                return new Pages(wanted.newestFirst());
            }

            @Override
            public Pages reduce(Collection<Pages> collected) {
                return collected.iterator().next();
            }
        });
        List<Best> ordered = new ArrayList<>(pages.best.values());
        ordered.sort(Comparator.comparingDouble((Best best) -> -best.score)
                .thenComparing(best -> -best.date)
                .thenComparing(best -> best.document));
        List<Found.Hit> hits = new ArrayList<>();
        for (Best best : ordered.subList(Math.min(offset, ordered.size()), Math.min(offset + limit, ordered.size()))) {
            Document document = searcher.storedFields().document(best.document, STORED);
            hits.add(new Found.Hit(
                    document.get(WordIndex.PAGE),
                    document.getField(WordIndex.VERSION).numericValue().intValue(),
                    document.get(WordIndex.RECORD),
                    best.texts));
        }
        return new Found(hits, ordered.size(), pages.all);
    }

    private static Query query(Wanted wanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (Wanted.Part part : wanted.parts()) {
            List<String> words = WordForms.words(part.text());
            if (!words.isEmpty()) {
                all.add(part(part, words, wanted.titleOnly()), part.not() ? Occur.MUST_NOT : Occur.MUST);
                positive |= !part.not();
            }
        }
        if (!positive) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        wanted.site()
                .ifPresent(site -> all.add(
                        new TermQuery(new Term(
                                WordIndex.HOST, site.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""))),
                        Occur.FILTER));
        wanted.address()
                .ifPresent(page ->
                        all.add(new PrefixQuery(new Term(WordIndex.ADDRESS, WordIndex.beginning(page))), Occur.FILTER));
        wanted.from()
                .ifPresent(from -> all.add(
                        LongPoint.newRangeQuery(WordIndex.TO, from.toEpochMilli(), Long.MAX_VALUE), Occur.FILTER));
        wanted.to()
                .ifPresent(to -> all.add(
                        LongPoint.newRangeQuery(WordIndex.FROM, Long.MIN_VALUE, to.toEpochMilli() - 1), Occur.FILTER));
        return all.build();
    }

    private static Query part(Wanted.Part part, List<String> words, boolean titleOnly) {
        Query title = new BoostQuery(field(WordIndex.TITLE, part, words), HEADLINE);
        return titleOnly ? title : new DisjunctionMaxQuery(List.of(title, field(WordIndex.BODY, part, words)), 0.1f);
    }

    /** Words of one part stand behind each other: a phrase, or a word of a script that writes none apart. */
    private static Query field(String field, Wanted.Part part, List<String> words) {
        if (words.size() > 1) {
            return new PhraseQuery(field, words.toArray(String[]::new));
        }
        Term term = new Term(field, words.get(0));
        return part.beginning() ? new PrefixQuery(term) : new TermQuery(term);
    }

    /** Sixty-four bits of a page's key: enough to tell the pages of one archive apart. */
    static long hash(String page) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < page.length(); i++) {
            hash = (hash ^ page.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        return hash ^ hash >>> 29;
    }

    /** The best text of a page so far. */
    private static final class Best {
        int document;
        float score;
        long date;
        int texts;
    }

    /** Takes every text that answers, and keeps the best of each page. */
    private static final class Pages extends SimpleCollector {
        final Map<Long, Best> best = new HashMap<>();
        private final boolean newest;
        long all;
        private int base;
        private NumericDocValues hashes = DocValues.emptyNumeric();
        private NumericDocValues dates = DocValues.emptyNumeric();
        private Scorable scorer = new Scorable() {
            @Override
            public float score() {
                return 0;
            }

            @Override
            public int docID() {
                return -1;
            }
        };

        Pages(boolean newest) {
            this.newest = newest;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            base = context.docBase;
            hashes = DocValues.getNumeric(context.reader(), WordIndex.PAGE_HASH);
            dates = DocValues.getNumeric(context.reader(), WordIndex.FROM);
        }

        @Override
        public void setScorer(Scorable given) {
            scorer = given;
        }

        @Override
        public void collect(int document) throws IOException {
            all++;
            hashes.advanceExact(document);
            dates.advanceExact(document);
            long date = dates.longValue();
            float score = newest ? 0 : scorer.score();
            Best page = best.computeIfAbsent(hashes.longValue(), hash -> new Best());
            boolean better = page.texts == 0 || score > page.score || score == page.score && date > page.date;
            if (better) {
                page.document = base + document;
                page.score = score;
                page.date = date;
            }
            page.texts++;
        }

        @Override
        public ScoreMode scoreMode() {
            return newest ? ScoreMode.COMPLETE_NO_SCORES : ScoreMode.COMPLETE;
        }
    }
}

package org.pressmark.store;

import java.util.List;

/** One unit of work: the tables, as they are in one transaction. Not to be kept or handed to another thread. */
public final class Tx {
    private final Sql sql;
    private final WarcFileTable files;
    private final PageTable pages;
    private final TwinTable twins;
    private final CaptureTable captures;
    private final ArticleTable articles;
    private final SearchTable search;
    private final VersionTable versions;
    private final FingerprintTable fingerprints;
    private boolean turn;

    Tx(Sql sql, LatestArticles latest, LatestRuns runs, boolean shaken) {
        this.sql = sql;
        this.files = new WarcFileTable(sql, shaken);
        this.pages = new PageTable(sql);
        this.twins = new TwinTable(sql, files);
        this.captures = new CaptureTable(sql, files, pages, twins);
        this.articles = new ArticleTable(sql, latest, runs);
        this.search = new SearchTable(sql, articles);
        this.versions = new VersionTable(sql, articles, search);
        this.fingerprints = new FingerprintTable(sql, articles, versions);
    }

    /**
     * Waits until no other unit concludes anything, in whatever process; until this one has ended, no other does. What is
     * concluded of a text hangs on all that resemble it: of two units beside each other neither would see the other's. To be
     * called before anything is written: who holds a row and waits here may be waited for.
     */
    public void inTurn() {
        if (!turn) {
            sql.number("SELECT version FROM schema_version WHERE version = 1 FOR UPDATE");
            turn = true;
        }
    }

    /**
     * Finds out a unit that concludes without having waited.
     *
     * @throws IllegalStateException where {@link #inTurn} was not called
     */
    public void needTurn() {
        if (!turn) {
            throw new IllegalStateException("expected a unit that concludes to have waited for its turn");
        }
    }

    public WarcFileTable files() {
        return files;
    }

    public CaptureTable captures() {
        return captures;
    }

    public TwinTable twins() {
        return twins;
    }

    public CaptureKeys keys() {
        return new CaptureKeys(sql);
    }

    public Days days() {
        return new Days(sql);
    }

    public PageTable pages() {
        return pages;
    }

    public VersionTable versions() {
        return versions;
    }

    public ArticleTable articles() {
        return articles;
    }

    public ClaimTable claims() {
        return new ClaimTable(sql);
    }

    public LinkWordTable linkWords() {
        return new LinkWordTable(sql);
    }

    public FingerprintTable fingerprints() {
        return fingerprints;
    }

    public ChainTable chains() {
        return new ChainTable(sql);
    }

    public AttemptTable attempts() {
        return new AttemptTable(sql);
    }

    public FrontierTable frontier() {
        return new FrontierTable(sql);
    }

    public AlertTable alerts() {
        return new AlertTable(sql);
    }

    public SearchTable search() {
        return search;
    }

    public FrontierSurvey survey() {
        return new FrontierSurvey(sql);
    }

    public Totals totals() {
        return new Totals(
                sql.number("SELECT count(*) FROM warc_file"),
                sql.number("SELECT coalesce(sum(indexed_to), 0) FROM warc_file"),
                sql.number("SELECT count(*) FROM capture"),
                sql.number("SELECT count(*) FROM page"),
                sql.number("SELECT count(*) FROM version"));
    }

    /** The archive month by month, the first first. */
    public List<Growth> growth() {
        return Growth.of(sql);
    }

    Sql sql() {
        return sql;
    }
}

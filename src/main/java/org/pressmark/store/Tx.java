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

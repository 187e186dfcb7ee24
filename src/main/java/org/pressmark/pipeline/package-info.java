/**
 * The hall: one verb a file; each reads, walks through the rooms in order and commits once. The only place that knows more
 * than one room, the clock and how new names are made; it holds no rule of any room.
 *
 * <p>Its shelves:
 *
 * <ul>
 *   <li><b>The house</b>, opened and closed, what one item's failure becomes, what a person names: Pipeline, PipelineException,
 *       Guarded, WorkFolder, WriteAccess, RoomSettings, Configuration, Tally, Reference, GivenFile, WholeFile, OwnersFile, LastUsed
 *   <li><b>Capturing</b>, one page, with all it needs: CapturePage, CaptureDetail, CaptureAside, Earlier, KeepExchange, Answer,
 *       PageScan, PageBuild, NamedInHead, PageRequisites, CaptureRequisites, Asked, Wall, WallHeaders, StandIn, Documents,
 *       ReadableText, StoredPictures, DeferredText
 *   <li><b>Crawling</b>, what is due, taken, visited and set down again: RunCrawl, WatchSources, CrawlEngine, Lane,
 *       VisitAddress, Frontier, Found, Followed, Lately, CrawlCounts, CrawlLimits, CrawlLock, CrawlAccess, ClockSetBack,
 *       CheckSources, SourceStates, SurveyCrawl, ExplainUrl
 *   <li><b>Edits told</b>, to whoever asked: SendAlerts, AlertsAside, Channels, RecentEdits
 *   <li><b>From elsewhere</b>, files and other archives: ImportFiles, UnlabelledWalls, FetchHistory, OtherArchive,
 *       PatientFetcher, MementoAddress, MementoFetch, KeepMemento, RestoredHead, StatedDate
 *   <li><b>Indexing</b>, from the files to rows: ArrivalOrder, IndexCapture, IndexBatch, IndexLater, ReadAhead, FeedWords,
 *       WrittenCaptures, Unindexed, IndexGap, CatchUp, RebuildIndex, WhatCounts, BackUpIndex, ReextractArticles, ArticleChanges
 *   <li><b>Comparing and tracing</b>, articles, copies, chains: ExtractArticle, CompareArticles, CompareVersions,
 *       KeptComparisons, TextTies, TextCluster, Crowd, TraceProvenance, DescribeChain, KeptChains, LinkCopies, FindCopies,
 *       FindPassage, TraceCorpus, CorpusArticle
 *   <li><b>Giving back</b>, a capture chosen, its page shown: Shelf, ArchiveShelf, ListShelf, FileShelf, PackageShelf,
 *       KeepShelfList, NearAddresses, LetterCase, Choosing, Chosen, Selection, FindMemento, PartChoice, ReplayCapture,
 *       RenderCapture, ServeReplay, ReplayedBody, TakenIn, Originals, ListParts, Coherence, MeasureCoherence,
 *       PageThroughTime, Stretch, PageOverview
 *   <li><b>Looking over</b>, what there is: Search, WordsAside, Holdings, Grown, QueryIndex, SortedCaptures, StreamedCaptures
 *   <li><b>Giving away</b>, to other software: ExportCaptures, CollectCaptures, EveryCapture, Outgoing, PageList, ExportIndex,
 *       WaczAside, ServeToken
 *   <li><b>Proving</b>, that nothing was altered, and taking down: Journal, Leaves, LeavesOfFile, EnterFiles, EnterTexts,
 *       StampCheckpoint, SignLog, SigningKey, FileDigest, ProveCapture, EvidenceFiles, ProveRecord, VerifyArchive,
 *       ArchiveHealth, Unverified, ForgetUrl, Forgotten, Takedowns, MovedRecords, BroughtAgain
 * </ul>
 */
@NullMarked
package org.pressmark.pipeline;

import org.jspecify.annotations.NullMarked;

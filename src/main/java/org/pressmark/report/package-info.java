/**
 * What people see: terminal text, HTML, SVG, DOT and PROV made from the nouns; never reads a store, a clock or a network,
 * and never decides what a difference or a link means.
 *
 * <p>Its shelves:
 *
 * <ul>
 *   <li><b>Words</b>, numbers, changes, labels as people say them: Words, ChangeWords, EditWords, VersionWords, NoteWords,
 *       Findings, CutWords, Passage, Direction, Glyph
 *   <li><b>The terminal</b>, a line at a time, made safe: Sheet, Columns, Cells, Ink, TerminalStyle, Shown, PaintedText,
 *       ListTable, Hint
 *   <li><b>Pages</b>, what all of them share: WebPages, Templates, Standalone, InlineHtml, HomePage, MessagePage, WaitingPage,
 *       FramePage, Heading, Pieces, Quotes
 *   <li><b>An article</b>, read alone: ArticleHtml, ArticleMarkdown, ArticleText, Markdown, CommentsHtml, ExplanationText,
 *       ExtractionPage, Weighed
 *   <li><b>Two copies</b>, side by side: ComparisonPage, ComparisonHtml, ComparisonLayout, ComparisonView, ComparisonMarkdown,
 *       TerminalComparison, NoteMaker, ChangePart, ChangePlaces, Covers, TextSide, ParagraphNumbers, Excerpt, Gaps
 *   <li><b>Many copies</b>, an apparatus: ApparatusPage, ApparatusLayout, ApparatusWords, ApparatusMarkdown, TerminalApparatus,
 *       Tei, Xml, CopiesText, CopyCard
 *   <li><b>A chain</b>, of provenance: ChainPage, ChainPlan, ChainSvg, ChainTree, ChainBox, ChainBoxWords, ChainFold,
 *       ChainGroup, ChainGroups, ChainPlaces, ChainFinding, Bends, Lanes, ChainColumns, ChainWays, ChainText, ChainTalk,
 *       ChainWords, ChainNotes, HopChanges, ChainTables, ChainDot, ProvJson, ProvN, ProvNames
 *   <li><b>A page through time</b>, its captures and texts: CapturesPage, Calendar, PageSpan, TimePoints, TimeDot, TimelineRun,
 *       TimelineText, HistoryPart, HistoryLines, VersionsPage, VersionsMarkdown, TerminalVersions
 *   <li><b>Edits</b>, over all pages: EditsPage, EditRow, EditGroup, AtomFeed
 *   <li><b>Captures and crawls</b>, how they went: CaptureLines, ShowCapture, CrawlLines, CrawlPage, SourceLines, SourceOrder,
 *       SourcesPage, WhyLines
 *   <li><b>The archive</b>, what it holds, whether it is sound: ArchivePage, SitePage, PageLine, PartLine, LinkLine, LinkList,
 *       CoherenceTable, HeaderChange, HeaderDiff, Health, VerifySummary, RecordProof, ProofText, CustodyReport
 *   <li><b>Search</b>, what was found: SearchPage, SearchHit, SearchText, ResultsPage
 * </ul>
 */
@NullMarked
package org.pressmark.report;

import org.jspecify.annotations.NullMarked;

/**
 * Takes a stored page apart into an article: fields, typed blocks, readers' comments, each with its place in the bytes;
 * never fetches, never stores, never judges what is true.
 *
 * <p>Its shelves:
 *
 * <ul>
 *   <li><b>The way of a document</b>, from stored bytes to an article: Extractor, Format, Source, Walk, Spots, HtmlReader,
 *       PlainReader, Sight, Bounds, Trace
 *   <li><b>A page on the table</b>, its elements and what is asked of them: Page, Index, Elements, Siblings, Selectors, Tags,
 *       Names, Hidden, Surroundings, Addresses, OwnAddress, Sites, Words, Lexicon, Lists, Text,
 *       Glyphs, Gutters
 *   <li><b>Facts</b>, what the page states to machines: FactReader, Facts, JsonLd, Ld, DateFacts, ToldAuthors, AgencyCredits,
 *       AgencyNames, Language, LanguageGuess
 *   <li><b>Headline</b>, and what stands above it: Headlines, Titles, Kickers, Standfirsts
 *   <li><b>Authors</b>, bylines taken apart: Authors, AuthorMarks, SeenAuthors, Bylines, PersonNames, NameRules
 *   <li><b>Dates</b>, in many languages and calendars: DateFields, Dates, IsoDates, Months, Eras, StatedDates, TimeElements,
 *       Datelines
 *   <li><b>The text chosen</b>, where the article begins and ends: BodyChooser, PageLook, Behind, Rescue, Pagination, PageCount
 *   <li><b>Pieces judged</b>, each run of text, what it is and why: PieceReader, Piece, Flow, BlockMaker, Draft, Scene,
 *       InsideRules, OutsideRules, RunningRules, FurnitureRules, Lines, Zones, Grids, Cards, Asides, Closing, Tail, Repeats,
 *       Tidy, Players, Blocks, ListNumbers, Tables, Codes, Targets
 *   <li><b>Pictures</b>, and the words under them: Pictures, Captions, Frames
 *   <li><b>Readers' comments</b>, apart from the article: CommentFinder, CommentItems, CommentParts, PlainComments
 *   <li><b>Plain text</b>, and Markdown: PlainLine, MarkdownParts, MarkdownText
 *   <li><b>Labels</b>, what is unusual about a page: Notes, StandInWords, Oddities
 * </ul>
 */
@NullMarked
package org.pressmark.extract;

import org.jspecify.annotations.NullMarked;

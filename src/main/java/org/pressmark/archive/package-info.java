/**
 * Keeps captures in WARC files and gives them back: prepares and appends records, repairs, imports, scans and reads them.
 * This room never asks the network, never decides what to capture, and never changes a byte that was acknowledged.
 *
 * <p>Its shelves:
 *
 * <ul>
 *   <li><b>The folder</b>, its files, who writes, what a crash left: WarcArchive, ArchiveFolder, ArchiveSettings, WarcName,
 *       WriterLock, Repair, Disk, Unforced
 *   <li><b>Writing</b>, a capture becomes records, records become bytes: CaptureContext, PreparedCapture, CaptureRenderer,
 *       CaptureMetadata, MetadataFields, CertificateRecord, MementoRenderer, NoteRenderer, LinkWords, WarcText, Draft,
 *       Rendered, GzipMember, Deflate, Spool, Digests, PayloadSink, WarcWriter, WarcFile, Segment, Appended,
 *       ArchiveWriteException
 *   <li><b>Scanning</b>, a file from end to end, forgiving what can be forgiven: WarcScan, Depth, RecordReader, RecordStart,
 *       ScannedRecord, ArcLine, Lines, HeaderRules, Unpacked, ZstdFile, MemberEnds, BrokenMember, HoldBack, BlockSink,
 *       LimitedStream, FileKind, Stretch, Contents
 *   <li><b>What a scan says</b>, captures, as the index knows them: CaptureCollector, Captured, Captures, Chunks, Redirects,
 *       RequestBody, RequestQuery, FormText, MediaTypes
 *   <li><b>Reading</b>, one record by its place: StoredRecord, StoredHead, ResponseReader, PackedBytes, LooseFiles, Neighbours,
 *       MissingOriginalException, DamagedRecordException, RecordHashes
 *   <li><b>Taking in</b>, files of others, and of people: Importer, ImportName, ImportProgress, ImportResult,
 *       NotAnArchiveException, Salvage, GivenDocument
 *   <li><b>Giving out</b>, and taking out: WarcExtract, Takedown
 *   <li><b>Index lines</b>, for and from other software: CdxLines, CdxScan, IndexLine, LineSorter, ZipNum
 *   <li><b>WACZ</b>, read with care, written, signed: WaczZip, ZipPlaces, WaczReader, WaczInPlace, WaczIndex, WaczPackage,
 *       WaczCheck, WaczSignature, WaczSigner, WaczWriter, IndexUnusableException
 *   <li><b>Proof</b>, of time and of name: Trust, TimestampToken
 * </ul>
 */
@NullMarked
package org.pressmark.archive;

import org.jspecify.annotations.NullMarked;

package org.pressmark.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Sets the records of one file against what the index says of that file. */
final class IndexCheck {
    /** Types that an index of captures must know; requests and metadata it may leave out. */
    private static final Set<String> CAPTURES = Set.of("response", "revisit", "resource");

    private final Findings findings;
    private final boolean asked;
    private final boolean open;
    private final boolean alive;
    private final Map<String, IndexedRecord> byId = new HashMap<>();
    private final Map<Long, IndexedRecord> byOffset = new HashMap<>();
    private final Set<IndexedRecord> met = new HashSet<>();
    private final Predicate<String> elsewhere;
    private final boolean fileUnknown;
    private boolean toldUnknown;

    /**
     * @param records empty where no index was handed in
     * @param elsewhere whether the index has a record of an id in a file that is there
     * @param open true for a file that was not closed: what its writer did not come to index is no damage
     * @param alive true for one that is being written: the index may be ahead of its end
     */
    IndexCheck(
            Findings findings,
            Optional<List<IndexedRecord>> records,
            Predicate<String> elsewhere,
            boolean open,
            boolean alive) {
        this.findings = findings;
        this.elsewhere = elsewhere;
        this.asked = records.isPresent();
        this.open = open;
        this.alive = alive;
        for (IndexedRecord record : records.orElse(List.of())) {
            byId.put(record.recordId(), record);
            byOffset.put(record.offset(), record);
        }
        fileUnknown = asked && byOffset.isEmpty();
    }

    /** What the index has of this record, by its id, else by its place. */
    Optional<IndexedRecord> expected(String id, long offset) {
        IndexedRecord record = byId.get(id);
        return Optional.ofNullable(record == null ? byOffset.get(offset) : record);
    }

    /** @param length in stored bytes, −1 where the record has no place of its own (several in one gzip member) */
    void seen(Seen record, long offset, long length) {
        if (!asked) {
            return;
        }
        IndexedRecord known = byId.get(record.id());
        if (known == null) {
            unknown(record, offset);
            return;
        }
        if (!met.add(known)) {
            return; // the same id again: told by the header rules
        }
        if (known.offset() != offset) {
            findings.damage(
                    "index-offset-differs",
                    offset,
                    "Record " + record.id() + ": the index has it at byte " + known.offset() + ", found it at byte "
                            + offset + ". If the file is sound, rebuild the index.");
        } else if (length >= 0 && known.length() > 0 && known.length() != length) {
            findings.damage(
                    "index-length-differs",
                    offset,
                    "Record " + record.id() + ": the index says " + known.length() + " bytes, found " + length
                            + ". If the file is sound, rebuild the index.");
        }
        byte[] computed = record.payload().get("SHA-256");
        if (computed != null
                && !known.payloadSha256().isEmpty()
                && !record.type().equals("revisit")) {
            byte[] other = record.otherPayload().get("SHA-256");
            String hex = HexFormat.of().formatHex(computed);
            boolean same = hex.equalsIgnoreCase(known.payloadSha256())
                    || other != null && Arrays.equals(other, HexFormat.of().parseHex(known.payloadSha256()));
            if (!same) {
                findings.damage(
                        "index-digest-differs",
                        offset,
                        "Record " + record.id() + ": the index has the payload sha256:" + known.payloadSha256()
                                + ", found sha256:" + hex + ".");
            }
        }
    }

    private void unknown(Seen record, long offset) {
        IndexedRecord here = byOffset.get(offset);
        if (here != null && met.add(here)) {
            findings.damage(
                    "index-id-differs",
                    offset,
                    "The index has the record " + here.recordId() + " here, found "
                            + (record.id().isEmpty() ? "one without an id" : record.id()) + ".");
        } else if (CAPTURES.contains(record.type()) && !open && !elsewhere.test(record.id())) {
            if (!fileUnknown) {
                findings.damage(
                        "record-not-indexed",
                        offset,
                        "The index does not know the record " + record.id()
                                + ". If it belongs here, rebuild the index.");
            } else if (!toldUnknown) {
                toldUnknown = true;
                findings.damage(
                        "file-not-indexed",
                        -1,
                        "The index knows no record of this file. If it belongs here, rebuild the index.");
            }
        }
    }

    /** Names the records that the index has within a damaged stretch; they are not told again as missing. */
    String lostBetween(long from, long to) {
        List<String> lost = new ArrayList<>();
        for (IndexedRecord record : byId.values()) {
            if (record.offset() >= from && record.offset() < to && met.add(record)) {
                lost.add(record.recordId());
            }
        }
        lost.sort(null);
        if (lost.isEmpty()) {
            return "";
        }
        String some = String.join(", ", lost.subList(0, Math.min(3, lost.size())));
        return " Lost with it: " + some + (lost.size() > 3 ? " and " + (lost.size() - 3) + " more." : ".");
    }

    void finish(long size) {
        for (IndexedRecord record : byId.values().stream()
                .sorted(java.util.Comparator.comparingLong(IndexedRecord::offset))
                .toList()) {
            boolean behind = alive && record.offset() >= size;
            if (!met.contains(record) && !behind) {
                findings.damage(
                        "record-missing",
                        record.offset(),
                        "The index has the record " + record.recordId()
                                + " at this byte; the file has no such record. Restore the file from a backup.");
            }
        }
    }
}

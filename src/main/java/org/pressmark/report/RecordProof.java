package org.pressmark.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pressmark.model.Capture;
import org.pressmark.model.Digest;
import org.pressmark.model.Finding;

/**
 * What a check of one record found, its bytes read anew.
 *
 * @param capture whose main record it is
 * @param block the block's digest as the record states it and as it is now; empty where the record states none
 * @param payload the same of the payload, where the record has one
 * @param indexed the payload's digest as the index has it
 * @param original for a revisit, the record whose payload it repeats, checked likewise
 * @param findings what is wrong, by the independent checker
 * @param place the record's place in the ledger, in words; empty while there is none
 */
public record RecordProof(
        Capture capture,
        Optional<Pair> block,
        Optional<Pair> payload,
        Digest indexed,
        Optional<RecordProof> original,
        List<Finding> findings,
        Optional<String> place) {

    /**
     * A digest twice.
     *
     * @param stated as written in the record, with its label
     * @param found of the bytes as they are, written alike
     */
    public record Pair(String stated, String found) {
        public boolean agrees() {
            return stated.equalsIgnoreCase(found);
        }
    }

    public RecordProof {
        Objects.requireNonNull(capture);
        findings = List.copyOf(findings);
    }

    /** True where nothing is damaged, in the original neither. */
    public boolean sound() {
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.DAMAGE)
                && block.stream().allMatch(Pair::agrees)
                && payload.stream().allMatch(Pair::agrees)
                && original.stream().allMatch(RecordProof::sound);
    }
}

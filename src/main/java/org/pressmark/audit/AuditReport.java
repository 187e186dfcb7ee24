package org.pressmark.audit;

import java.util.List;
import org.pressmark.model.Finding;
import org.pressmark.model.Finding.Level;

/**
 * What a check of an archive found.
 *
 * @param files how many WARC and ARC files were read
 * @param records how many records stood in them
 * @param bytes how many stored bytes were read
 * @param leaves how many statements the archive's log holds; 0 where there is none
 * @param findings by file, then offset; at most 1,000 a file, the rest counted in one more
 */
public record AuditReport(int files, long records, long bytes, long leaves, List<Finding> findings) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** True where nothing is damaged or missing. */
    public boolean sound() {
        return findings.stream().noneMatch(finding -> finding.level() == Level.DAMAGE);
    }

    /** True where nothing is damaged and every rule of the format is kept. */
    public boolean conformant() {
        return findings.stream().allMatch(finding -> finding.level() == Level.NOTE);
    }
}

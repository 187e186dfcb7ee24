package org.pressmark.archive;

import java.util.ArrayList;
import java.util.List;
import org.netpreserve.jwarc.HeaderValidator;
import org.netpreserve.jwarc.MessageHeaders;
import org.pressmark.model.Finding;
import org.pressmark.model.HttpHead;

/**
 * The standard's rules for named fields (WARC 1.1 §5), as jwarc knows them: which are mandatory, which are forbidden on which
 * record, what their values look like. Extensions are let pass, and so is what WARC 1.0 wrote otherwise.
 */
final class HeaderRules {
    private final HeaderValidator rules = HeaderValidator.warc_1_1();

    /** What breaks the rules in a record's header: notes of code {@code header-rule}, since nothing is lost by it. ARC records have no rules to break. */
    List<Finding> broken(ScannedRecord record) {
        List<Finding> findings = new ArrayList<>();
        if (!record.version().startsWith("WARC/1.")) {
            return findings;
        }
        List<String> fields = new ArrayList<>();
        for (HttpHead.Header field : record.fields()) {
            fields.add(field.name());
            fields.add(field.value());
        }
        for (String violation : rules.validate(MessageHeaders.of(fields.toArray(new String[0])))) {
            findings.add(new Finding(
                    Finding.Level.NOTE,
                    "header-rule",
                    record.location().file(),
                    record.location().offset(),
                    record.type() + " record: " + violation));
        }
        return findings;
    }
}

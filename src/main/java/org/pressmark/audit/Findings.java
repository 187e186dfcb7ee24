package org.pressmark.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.pressmark.model.Finding;
import org.pressmark.model.Finding.Level;

/** What is found in one file; bounded, since a broken file can break every rule a million times. */
final class Findings {
    private static final int MOST = 1000;

    private final String file;
    private final List<Finding> found = new ArrayList<>();
    private long unsaid;
    private Level worstUnsaid = Level.NOTE;

    Findings(String file) {
        this.file = file;
    }

    void damage(String code, long offset, String message) {
        add(Level.DAMAGE, code, offset, message);
    }

    void warning(String code, long offset, String message) {
        add(Level.WARNING, code, offset, message);
    }

    void note(String code, long offset, String message) {
        add(Level.NOTE, code, offset, message);
    }

    private void add(Level level, String code, long offset, String message) {
        if (found.size() < MOST) {
            found.add(new Finding(level, code, file, offset, message));
        } else {
            unsaid++;
            worstUnsaid = level.compareTo(worstUnsaid) > 0 ? level : worstUnsaid;
        }
    }

    List<Finding> all() {
        List<Finding> out = new ArrayList<>(found);
        out.sort(Comparator.comparingLong(Finding::offset));
        if (unsaid > 0) {
            out.add(new Finding(
                    worstUnsaid, "more-findings", file, -1, unsaid + " more findings in this file are not listed."));
        }
        return out;
    }
}

package org.pressmark.store;

import java.util.HashSet;
import java.util.Set;

/**
 * What became of a page's versions when one of its captures was placed or removed.
 *
 * @param gone record ids of captures that began a version and do so no more
 * @param begun record ids of captures that begin one now and did not before, or began one with another text
 */
public record VersionChange(Set<String> gone, Set<String> begun) {
    /** Nothing. */
    public static final VersionChange NONE = new VersionChange(Set.of(), Set.of());

    public VersionChange {
        gone = Set.copyOf(gone);
        begun = Set.copyOf(begun);
    }

    /** This and then another. */
    VersionChange then(VersionChange next) {
        Set<String> ended = new HashSet<>(gone);
        ended.addAll(next.gone);
        ended.removeAll(next.begun);
        Set<String> began = new HashSet<>(begun);
        began.removeAll(next.gone);
        began.addAll(next.begun);
        return new VersionChange(ended, began);
    }
}

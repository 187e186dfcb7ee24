package org.pressmark.compare;

import org.pressmark.model.ChangeKind;

/** Names one kind of change within an aligned sentence. The first rule of {@link BodyRules#IN_ORDER} that fits names it. */
interface Rule {
    /** The kind, seen from the first side. */
    ChangeKind kind(Edit edit);

    boolean fits(Edit edit);
}

package org.pressmark.model;

import java.util.Locale;

/** The closed vocabulary of changes between two copies; each change has exactly one. docs/changes.md has a page for each. */
public enum ChangeKind {
    HEADLINE_CHANGED(Group.FURNITURE, Severity.HIGH),
    STANDFIRST_CHANGED(Group.FURNITURE, Severity.NOTICE),
    BYLINE_CHANGED(Group.FURNITURE, Severity.NOTICE),
    CREDIT_CHANGED(Group.FURNITURE, Severity.NOTICE),
    DATELINE_CHANGED(Group.FURNITURE, Severity.NOTICE),
    TIMESTAMP_CHANGED(Group.FURNITURE, Severity.NOTICE),
    IMAGE_CHANGED(Group.FURNITURE, Severity.NOTICE),
    CAPTION_CHANGED(Group.FURNITURE, Severity.NOTICE),
    LINK_CHANGED(Group.FURNITURE, Severity.NOTICE),
    CORRECTION_NOTE(Group.FURNITURE, Severity.HIGH),
    PROVENANCE_NOTE(Group.FURNITURE, Severity.NOTICE),

    TYPOGRAPHY(Group.PRESENTATION, Severity.NONE),
    PUNCTUATION(Group.PRESENTATION, Severity.NONE),
    SPELLING_VARIANT(Group.PRESENTATION, Severity.NONE),
    PARAGRAPHING(Group.PRESENTATION, Severity.NONE),
    MARKUP(Group.PRESENTATION, Severity.NONE),
    BOILERPLATE(Group.PRESENTATION, Severity.NONE),

    BRACKET_INSERTION(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_INTERPOLATION(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_OMISSION(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_SUBSTITUTION(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_ADDED(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_REMOVED(Group.QUOTATION, Severity.CRITICAL),
    QUOTE_MARKS_CHANGED(Group.QUOTATION, Severity.CRITICAL),
    ATTRIBUTION_SPEAKER(Group.QUOTATION, Severity.CRITICAL),
    ATTRIBUTION_VERB(Group.QUOTATION, Severity.CRITICAL),

    NEGATION_CHANGED(Group.FACT, Severity.HIGH),
    NUMBER_CHANGED(Group.FACT, Severity.HIGH),
    DATE_CHANGED(Group.FACT, Severity.HIGH),
    NAME_CHANGED(Group.FACT, Severity.HIGH),
    MODALITY_CHANGED(Group.FACT, Severity.HIGH),
    PASSAGE_ADDED(Group.PASSAGE, Severity.MEDIUM),
    PASSAGE_REMOVED(Group.PASSAGE, Severity.MEDIUM),
    PASSAGE_MOVED(Group.PASSAGE, Severity.MEDIUM),
    WORDING_CHANGED(Group.WORDING, Severity.LOW);

    /** The families of kinds, in the order in which a report names them. */
    public enum Group {
        QUOTATION,
        FACT,
        PASSAGE,
        WORDING,
        FURNITURE,
        PRESENTATION
    }

    private final Group group;
    private final Severity severity;

    ChangeKind(Group group, Severity severity) {
        this.group = group;
        this.severity = severity;
    }

    public Group group() {
        return group;
    }

    /** The severity before the place in the article raises it. */
    public Severity severity() {
        return severity;
    }

    /** The word in JSON and docs, e.g. {@code bracket-insertion}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.pressmark.replay;

/** How a stretch of rendered text may be set off where colours and weights can be shown. */
public enum Style {
    PLAIN,
    HEADING,
    STRONG,
    EMPHASIS,
    /** The text of a link. */
    LINK,
    /** What the rendering adds: rules, list marks, footnotes. */
    FAINT
}

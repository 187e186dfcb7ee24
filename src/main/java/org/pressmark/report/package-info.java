/**
 * What people see: terminal text, HTML, SVG, DOT and PROV made from the nouns; never reads a store, a clock or a network,
 * and never decides what a difference or a link means.
 */
@NullMarked
package org.pressmark.report;

import org.jspecify.annotations.NullMarked;

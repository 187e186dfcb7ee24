/**
 * Keeps captures in WARC files and gives them back: prepares and appends records, repairs, imports, scans and reads them.
 * This room never asks the network, never decides what to capture, and never changes a byte that was acknowledged.
 */
@NullMarked
package org.pressmark.archive;

import org.jspecify.annotations.NullMarked;

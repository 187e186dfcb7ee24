/**
 * The log by which an archive proves itself: statements about captures, texts, links and files as leaves of a Merkle tree,
 * checkpoints signed over it, proofs that a statement stands in it. It holds hashes and ids, never what a page said, and it
 * checks nothing: that is {@code audit}'s work, which shares no code with it.
 */
@NullMarked
package org.pressmark.ledger;

import org.jspecify.annotations.NullMarked;

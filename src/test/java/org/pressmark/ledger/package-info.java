/** Tests of the log. */
@NullMarked
package org.pressmark.ledger;

import org.jspecify.annotations.NullMarked;

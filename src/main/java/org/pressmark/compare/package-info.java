/**
 * Sets two copies of an article against each other and names every difference by a printed rule, quotations first; never
 * fetches, stores or judges who changed what.
 */
@NullMarked
package org.pressmark.compare;

import org.jspecify.annotations.NullMarked;

/**
 * Tells people elsewhere: signs what a webhook gets, sends mail. It never decides what is worth telling, and knows nothing of
 * pages and versions.
 */
@NullMarked
package org.pressmark.notify;

import org.jspecify.annotations.NullMarked;

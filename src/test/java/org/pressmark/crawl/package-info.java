/** Tests of the room that says what to capture next, and when. */
@NullMarked
package org.pressmark.crawl;

import org.jspecify.annotations.NullMarked;

/** Tests of the hall's verbs against a real local server, a real index and real WARC files. */
@NullMarked
package org.pressmark.pipeline;

import org.jspecify.annotations.NullMarked;

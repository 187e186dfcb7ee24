/** Facts about asking a web server, told by a real one. */
@NullMarked
package org.pressmark.fetch;

import org.jspecify.annotations.NullMarked;

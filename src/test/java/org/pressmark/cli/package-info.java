/** Facts about the command line, as a user sees them. */
@NullMarked
package org.pressmark.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: words to pipeline verbs; holds no rule of its own. */
@NullMarked
package org.pressmark.cli;

import org.jspecify.annotations.NullMarked;

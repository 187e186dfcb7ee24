@NullMarked
package org.pressmark.notify;

import org.jspecify.annotations.NullMarked;

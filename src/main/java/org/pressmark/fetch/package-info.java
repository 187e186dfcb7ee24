/**
 * Asks a web server one question and keeps the answer as it stood on the wire: robots.txt, pacing, address guard and
 * limits included. It never follows a redirect, never decodes a body, never stores anything and keeps no cookies.
 */
@NullMarked
package org.pressmark.fetch;

import org.jspecify.annotations.NullMarked;

/**
 * Asks a web server one question and keeps the answer as it stood on the wire: robots.txt, pacing, address guard and
 * limits included. It never follows a redirect, never decodes a body, never stores anything and keeps no cookies.
 *
 * <p>Read {@link org.pressmark.fetch.Fetcher} first (the order of the checks), then {@code Wire} (one request by OkHttp),
 * then {@code Tape} (how the bytes of both heads are kept). {@code Turns} asks when a host's turn has come.
 */
@NullMarked
package org.pressmark.fetch;

import org.jspecify.annotations.NullMarked;

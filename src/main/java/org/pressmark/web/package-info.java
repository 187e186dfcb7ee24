/**
 * The web door: turns HTTP requests into verbs of the hall and their answers into pages; changes nothing that is stored, and
 * never asks the live web for anything.
 */
@NullMarked
package org.pressmark.web;

import org.jspecify.annotations.NullMarked;

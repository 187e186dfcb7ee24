/**
 * What is in force and why: settings from defaults, a YAML file, the environment and flags. It only reads them; it never
 * acts on one.
 */
@NullMarked
package org.pressmark.config;

import org.jspecify.annotations.NullMarked;

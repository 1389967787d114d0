/**
 * JSON by Jackson: signals and stored states, logs and profiles as lines. Imports campaign and
 * engine.
 */
@NullMarked
package dev.campanile.adapter.json;

import org.jspecify.annotations.NullMarked;

/**
 * From a campaign graph to what the engine runs: rules as DRL text, and what their words mean.
 * Imports campaign and engine.
 */
@NullMarked
package dev.campanile.translator;

import org.jspecify.annotations.NullMarked;

/**
 * Decides whether conditions can hold together: formulas over the values that conditions look at,
 * and a search with a bound. It says "impossible" only where that is certain.
 */
@NullMarked
package dev.campanile.translator.logic;

import org.jspecify.annotations.NullMarked;

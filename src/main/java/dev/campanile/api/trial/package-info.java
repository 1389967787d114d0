/** Trying campaigns out before anybody meets them: simulations, scenarios, backtests. */
@NullMarked
package dev.campanile.api.trial;

import org.jspecify.annotations.NullMarked;

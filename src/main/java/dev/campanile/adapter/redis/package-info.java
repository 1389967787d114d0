/** Redis: the hot copy of states, and the time wheel. Imports campaign and engine. */
@NullMarked
package dev.campanile.adapter.redis;

import org.jspecify.annotations.NullMarked;

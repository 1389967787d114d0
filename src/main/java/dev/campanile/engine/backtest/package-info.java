/** The backtest: whole logs folded in virtual time. Imports campaign and engine. */
@NullMarked
package dev.campanile.engine.backtest;

import org.jspecify.annotations.NullMarked;

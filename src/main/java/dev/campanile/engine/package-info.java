/**
 * The engine: batches of the log judged by one pure step per signal. Imports all of campaign and
 * engine.
 */
@NullMarked
package dev.campanile.engine;

import org.jspecify.annotations.NullMarked;

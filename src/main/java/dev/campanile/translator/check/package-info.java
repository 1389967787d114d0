/**
 * What a campaign that reads well may still have wrong: nodes nobody reaches, conditions that never
 * hold, ways round without rest. Imports campaign alone.
 */
@NullMarked
package dev.campanile.translator.check;

import org.jspecify.annotations.NullMarked;

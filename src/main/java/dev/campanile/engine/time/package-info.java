/** Time Control: what falls due becomes a wake-up of its user. Imports campaign, rule and state. */
@NullMarked
package dev.campanile.engine.time;

import org.jspecify.annotations.NullMarked;

/**
 * What comes in from outside: events, profiles, coupon codes, and decisions that are asked for at
 * once.
 */
@NullMarked
package dev.campanile.api.intake;

import org.jspecify.annotations.NullMarked;

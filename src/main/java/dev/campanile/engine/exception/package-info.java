/**
 * Exception Handling: one judge decides every failure, whatever failed. Imports campaign, rule and
 * state.
 */
@NullMarked
package dev.campanile.engine.exception;

import org.jspecify.annotations.NullMarked;

/**
 * Action Execution Control: orders become performed actions. Imports campaign, rule, state and
 * exception.
 */
@NullMarked
package dev.campanile.engine.action;

import org.jspecify.annotations.NullMarked;

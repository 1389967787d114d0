/** Action Execution Control: orders become performed actions. Imports campaign, rule and state. */
@NullMarked
package dev.campanile.engine.action;

import org.jspecify.annotations.NullMarked;

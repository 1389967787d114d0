/**
 * State Control: users as finite state machines and the step that moves them. Imports campaign and
 * rule.
 */
@NullMarked
package dev.campanile.engine.state;

import org.jspecify.annotations.NullMarked;

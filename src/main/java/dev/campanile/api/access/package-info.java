/**
 * Who is asking, and what they may do: signing in, accounts, keys, and the audit of what was
 * changed, which every desk that changes something writes to.
 */
@NullMarked
package dev.campanile.api.access;

import org.jspecify.annotations.NullMarked;

/**
 * What goes on and what went on: components, funnels, who waits where, orders, the ledger, and what
 * happened to a user, and why.
 */
@NullMarked
package dev.campanile.api.monitor;

import org.jspecify.annotations.NullMarked;

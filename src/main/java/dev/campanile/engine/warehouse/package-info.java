/**
 * Data Warehouse: what is kept, and the one transaction that keeps it. Imports campaign, rule and
 * state.
 */
@NullMarked
package dev.campanile.engine.warehouse;

import org.jspecify.annotations.NullMarked;

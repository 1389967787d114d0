/**
 * PostgreSQL by plain JDBC: the data warehouse, and what is read from it. Imports campaign and
 * engine.
 */
@NullMarked
package dev.campanile.adapter.postgres;

import org.jspecify.annotations.NullMarked;

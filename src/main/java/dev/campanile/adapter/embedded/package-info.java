/**
 * Starts real PostgreSQL, Redis and Kafka on loopback where no address is configured; imports no
 * other package of ours.
 */
@NullMarked
package dev.campanile.adapter.embedded;

import org.jspecify.annotations.NullMarked;

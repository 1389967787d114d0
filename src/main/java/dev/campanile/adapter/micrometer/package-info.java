/** The figures of the engine for Prometheus. */
@NullMarked
package dev.campanile.adapter.micrometer;

import org.jspecify.annotations.NullMarked;

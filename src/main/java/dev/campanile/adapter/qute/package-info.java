/**
 * The template language on Qute. Imports the campaign nouns, how the engine compares, and {@code
 * io.quarkus.qute}.
 */
@NullMarked
package dev.campanile.adapter.qute;

import org.jspecify.annotations.NullMarked;

/** The template language on Qute. Imports the campaign nouns and {@code io.quarkus.qute}. */
@NullMarked
package dev.campanile.adapter.qute;

import org.jspecify.annotations.NullMarked;

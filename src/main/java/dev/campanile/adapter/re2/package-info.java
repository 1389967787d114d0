/** Regular expressions on RE2/J. Imports the campaign nouns and {@code com.google.re2j}. */
@NullMarked
package dev.campanile.adapter.re2;

import org.jspecify.annotations.NullMarked;

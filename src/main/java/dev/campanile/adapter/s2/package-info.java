/** Areas on the globe by S2. Imports the campaign nouns, S2, JTS and Jackson. */
@NullMarked
package dev.campanile.adapter.s2;

import org.jspecify.annotations.NullMarked;

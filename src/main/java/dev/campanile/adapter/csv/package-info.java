/** Lists of users by FastCSV. Imports the campaign nouns and FastCSV. */
@NullMarked
package dev.campanile.adapter.csv;

import org.jspecify.annotations.NullMarked;

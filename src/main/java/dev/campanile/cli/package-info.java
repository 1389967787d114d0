/** The commands of the terminal; imports the API's upstream only, and boots nothing by itself. */
@NullMarked
package dev.campanile.cli;

import org.jspecify.annotations.NullMarked;

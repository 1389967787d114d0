/** Cron expressions on cron-utils. Imports the campaign nouns and {@code com.cronutils}. */
@NullMarked
package dev.campanile.adapter.cronutils;

import org.jspecify.annotations.NullMarked;

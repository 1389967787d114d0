/** The shared nouns of a campaign: graph, triggers, conditions, events. Imports the JDK alone. */
@NullMarked
package dev.campanile.campaign;

import org.jspecify.annotations.NullMarked;

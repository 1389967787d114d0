/**
 * Scenarios: one user's story in virtual time, and whether it goes as expected. Imports campaign
 * and engine.
 */
@NullMarked
package dev.campanile.engine.scenario;

import org.jspecify.annotations.NullMarked;

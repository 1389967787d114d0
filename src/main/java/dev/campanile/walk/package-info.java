/**
 * Walks over users, in the background: launches, present users let into new campaigns, those inside
 * taken along or led out. Each user is told through the log.
 */
@NullMarked
package dev.campanile.walk;

import org.jspecify.annotations.NullMarked;

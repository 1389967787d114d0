/**
 * The versions of a campaign: how they differ, what publishing another would mean for those inside,
 * and the way back.
 */
@NullMarked
package dev.campanile.api.version;

import org.jspecify.annotations.NullMarked;

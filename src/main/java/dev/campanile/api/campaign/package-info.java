/**
 * Campaigns and what they live by: publishing and steering them, their launches, the files that
 * they name, frequency caps.
 */
@NullMarked
package dev.campanile.api.campaign;

import org.jspecify.annotations.NullMarked;

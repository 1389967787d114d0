/**
 * The REST API: what comes in is checked here in full, and every error is a problem detail. Imports
 * all upstream.
 */
@NullMarked
package dev.campanile.api;

import org.jspecify.annotations.NullMarked;

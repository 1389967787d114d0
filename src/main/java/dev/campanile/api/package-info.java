/**
 * The REST API, one package for each desk that somebody comes to. What comes in is checked here in
 * full, and every error is a problem detail. Imports all upstream; which desk may use which is a
 * law of its own.
 */
@NullMarked
package dev.campanile.api;

import org.jspecify.annotations.NullMarked;

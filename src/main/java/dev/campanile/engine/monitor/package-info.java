/** Monitoring Center: what happened, told to people. Imports everything upstream of the engine. */
@NullMarked
package dev.campanile.engine.monitor;

import org.jspecify.annotations.NullMarked;

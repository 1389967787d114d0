/** The channels that Campanile ships with. Imports campaign and engine. */
@NullMarked
package dev.campanile.adapter.channel;

import org.jspecify.annotations.NullMarked;

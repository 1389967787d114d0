/** JSON by Jackson: the codecs of signals and of stored states. Imports campaign and engine. */
@NullMarked
package dev.campanile.adapter.json;

import org.jspecify.annotations.NullMarked;

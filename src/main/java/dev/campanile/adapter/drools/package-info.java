/** Rules by Drools: compiles DRL, keeps what it compiled, judges. Imports campaign and engine. */
@NullMarked
package dev.campanile.adapter.drools;

import org.jspecify.annotations.NullMarked;

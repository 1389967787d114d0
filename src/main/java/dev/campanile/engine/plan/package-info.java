/** What publishing a version would mean for those inside earlier ones. */
@NullMarked
package dev.campanile.engine.plan;

import org.jspecify.annotations.NullMarked;

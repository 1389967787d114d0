/**
 * What all desks stand on: bodies and names are read within bounds, whatever is wrong is a problem
 * detail, and no page of another site gets in. Knows none of the desks.
 */
@NullMarked
package dev.campanile.api.http;

import org.jspecify.annotations.NullMarked;

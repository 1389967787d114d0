/** Password4j behind the port {@code Passwords}: the only package that knows it. */
@NullMarked
package dev.campanile.adapter.password4j;

import org.jspecify.annotations.NullMarked;

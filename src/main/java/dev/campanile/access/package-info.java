/**
 * Who may do what: accounts and their sessions, service keys, and the record of every change.
 * Imports the JDK, JSpecify and the nouns of {@code campaign} alone.
 */
@NullMarked
package dev.campanile.access;

import org.jspecify.annotations.NullMarked;

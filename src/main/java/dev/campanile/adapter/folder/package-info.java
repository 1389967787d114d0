/** The folder of campaign files: what is saved there goes live. Imports translator and engine. */
@NullMarked
package dev.campanile.adapter.folder;

import org.jspecify.annotations.NullMarked;

/**
 * What the canvas asks while a campaign is drawn: drafts and their way to publication, places of
 * nodes, templates to start from, cells and triggers as text and as objects, words to complete.
 */
@NullMarked
package dev.campanile.api.draft;

import org.jspecify.annotations.NullMarked;

/**
 * Campaigns that are being drawn and are not published yet: who drew them, who may publish them,
 * and where their nodes stand on the canvas. Pure.
 */
@NullMarked
package dev.campanile.draft;

import org.jspecify.annotations.NullMarked;

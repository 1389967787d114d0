/**
 * The language of a campaign file: trees and texts into nouns and back. Imports the campaign nouns
 * and the JDK alone.
 */
@NullMarked
package dev.campanile.campaign.text;

import org.jspecify.annotations.NullMarked;

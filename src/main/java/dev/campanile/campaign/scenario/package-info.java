/**
 * What scenario files say: stories of one user, and what must come of them. Imports the campaign
 * nouns and the JDK alone.
 */
@NullMarked
package dev.campanile.campaign.scenario;

import org.jspecify.annotations.NullMarked;

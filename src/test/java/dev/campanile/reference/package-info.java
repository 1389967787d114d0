/**
 * What campaigns mean, written a second time from the design's sentences and compared with the
 * engine: naive, keeping all that ever happened. Imports the campaign's nouns alone; only the tests
 * in here know the engine.
 */
package dev.campanile.reference;

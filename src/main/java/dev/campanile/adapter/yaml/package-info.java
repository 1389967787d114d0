/**
 * YAML and JSON on snakeyaml-engine. Imports the campaign nouns and {@code org.snakeyaml.engine}.
 */
@NullMarked
package dev.campanile.adapter.yaml;

import org.jspecify.annotations.NullMarked;

/** Event Rule Control: what rules are asked and what they answer. Imports campaign alone. */
@NullMarked
package dev.campanile.engine.rule;

import org.jspecify.annotations.NullMarked;

package dev.campanile.engine.rule;

import java.util.Collection;
import java.util.List;

/** Compiles rule texts and composes what it compiled. Thread-safe. */
public interface RuleCompiler {

  /**
   * Compiles one campaign version by itself; an equal text is compiled once. Never throws for a bad
   * text.
   */
  Compilation compile(RuleText text);

  /** Composes a fresh, immutable set of rules; O(number of packages), no compilation. */
  Rules compose(Collection<Package> packages);

  /** A compiled campaign version; only its own compiler can look inside. */
  interface Package {}

  /** What compiling came to. */
  sealed interface Compilation {

    record Ready(Package rules) implements Compilation {}

    record Broken(List<String> errors) implements Compilation {}
  }
}

package dev.campanile.testkit;

import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.rule.Rules;
import java.util.Collection;
import java.util.List;

/** A compiler that keeps texts as they are; what it composes judges nothing. */
public final class TextCompiler implements RuleCompiler {

  /** A text with this in it does not compile. */
  public static final String BROKEN = "does-not-compile";

  private record Kept(RuleText text) implements Package {}

  @Override
  public Compilation compile(RuleText text) {
    return text.drl().contains(BROKEN)
        ? new Compilation.Broken(List.of("line 1: " + BROKEN))
        : new Compilation.Ready(new Kept(text));
  }

  @Override
  public Rules compose(Collection<Package> packages) {
    return () -> {
      throw new UnsupportedOperationException("Expected that nothing is judged.");
    };
  }
}

package dev.campanile.contract;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.state.Machine;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

final class DroolsRulesTest extends RulesContract {

  private static RuleCompiler compiler;

  @BeforeAll
  static void open(@TempDir Path cache) {
    compiler = new DroolsRuleCompiler(cache);
  }

  @Override
  protected RuleCompiler compiler(List<Machine> machines) {
    return compiler;
  }
}

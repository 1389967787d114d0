package dev.campanile.contract;

import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.state.Machine;
import dev.campanile.testkit.PlainRuleCompiler;
import java.util.List;

final class PlainRulesTest extends RulesContract {

  @Override
  protected RuleCompiler compiler(List<Machine> machines) {
    var compiler = new PlainRuleCompiler();
    machines.forEach(compiler::knowing);
    return compiler;
  }
}

package dev.campanile.testkit;

import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.state.Machine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rule compiler's twin without Drools: told the machines beforehand, it never reads their DRL.
 */
public final class PlainRuleCompiler implements RuleCompiler {

  private final Map<CampaignKey, Machine> machines = new ConcurrentHashMap<>();

  public PlainRuleCompiler knowing(Machine machine) {
    machines.put(machine.key(), machine);
    return this;
  }

  @Override
  public Compilation compile(RuleText text) {
    Machine machine = machines.get(text.campaign());
    return machine == null
        ? new Compilation.Broken(List.of("Expected to know " + text.campaign() + "."))
        : new Compilation.Ready(new Plain(machine));
  }

  @Override
  public Rules compose(Collection<Package> packages) {
    return new PlainRules(packages.stream().map(p -> ((Plain) p).machine()).toList());
  }

  private record Plain(Machine machine) implements Package {}
}

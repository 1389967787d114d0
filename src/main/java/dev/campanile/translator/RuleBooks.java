package dev.campanile.translator;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compiles versions of campaigns, each by itself, and composes them into rule books. Thread-safe.
 */
public final class RuleBooks {

  /** One version, ready to be composed with others. Immutable. */
  public record Compiled(
      Machine machine, RuleText text, Lexicon lexicon, RuleCompiler.Package rules) {}

  /** What compiling one version comes to. */
  public sealed interface Compilation {

    record Ready(Compiled campaign) implements Compilation {}

    record Broken(List<String> errors) implements Compilation {}
  }

  private final RuleCompiler compiler;
  private final Attacher attacher;
  private final Texts texts;

  public RuleBooks(RuleCompiler compiler, Attacher attacher, Texts texts) {
    this.compiler = compiler;
    this.attacher = attacher;
    this.texts = texts;
  }

  /** The same, compiled by another compiler. */
  public RuleBooks with(RuleCompiler other) {
    return new RuleBooks(other, attacher, texts);
  }

  /**
   * The campaign must have passed the checks.
   *
   * @param files those that the campaign names
   */
  public Compilation compile(CampaignKey key, CampaignGraph graph, FileSource files) {
    try {
      return compile(Machine.of(key, graph, attacher.attach(graph, files), texts));
    } catch (IllegalArgumentException unusable) {
      return new Compilation.Broken(List.of("Expected usable files, but " + unusable.getMessage()));
    }
  }

  /** What is wrong with a file that a campaign names, perhaps with a line of advice. */
  Optional<String> problem(String name, FileSource files) {
    return attacher.problem(name, files);
  }

  private Compilation compile(Machine machine) {
    RuleText text = DrlWriter.write(machine);
    return switch (compiler.compile(text)) {
      case RuleCompiler.Compilation.Broken(var errors) -> new Compilation.Broken(errors);
      case RuleCompiler.Compilation.Ready(var rules) ->
          new Compilation.Ready(new Compiled(machine, text, DrlWriter.lexicon(machine), rules));
    };
  }

  /** O(number of campaigns): nothing is compiled. */
  public RuleBook compose(
      Collection<Compiled> campaigns,
      Map<CampaignId, Standing> standings,
      Conventions conventions,
      String hash) {
    Map<CampaignKey, Machine> machines = new HashMap<>();
    campaigns.forEach(campaign -> machines.put(campaign.machine().key(), campaign.machine()));
    return RuleBook.of(
        machines,
        standings,
        Lexicon.union(campaigns.stream().map(Compiled::lexicon).toList()),
        compiler.compose(campaigns.stream().map(Compiled::rules).toList()),
        conventions,
        hash);
  }
}

package dev.campanile.bench.rules;

import static dev.campanile.testkit.Scenes.aScene;

import dev.campanile.adapter.drools.DroolsRuleCompiler;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.rule.RuleCompiler.Compilation;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.rule.Scene;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Guard;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Named;
import dev.campanile.engine.state.Opening;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.Stop;
import dev.campanile.testkit.Scenes;
import dev.campanile.translator.DrlWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Campaigns, and events of users with three participations each: the same ones whenever it is made.
 *
 * @param phrases by the name of the rule
 */
public record Workload(List<Machine> machines, Map<String, Phrase> phrases, List<Case> cases) {

  static final Path CACHE = Path.of("target/bench/rules");

  private static final int CASES = 512;

  /** By what the entries for an event are found. */
  public enum Index {
    /** By its type and its values, as in the product. */
    VALUES,
    /** By its type alone. */
    TYPE
  }

  /** One event, as the entries see it and as three participations see it. */
  record Case(View entries, List<View> places) {}

  /** An event seen from a place. */
  record View(String at, Scene scene, Map<String, Object> variables) {

    static View of(String at, Scene scene) {
      Map<String, Object> tallies = new HashMap<>();
      scene.tallies().forEach((name, value) -> tallies.put(name, value.orElseThrow()));
      return new View(
          at,
          scene,
          Map.of(
              "type", Phrase.event(scene).type(),
              "event", Phrase.event(scene).properties().values(),
              "user", scene.profile().values(),
              "tallies", tallies,
              "due", scene.due(),
              "latched", scene.latched()));
    }
  }

  static Workload of(int campaigns, Index index) {
    List<Drawn> drawn = IntStream.range(0, campaigns).mapToObj(Drawn::number).toList();
    List<Machine> machines =
        drawn.stream()
            .map(Drawn::machine)
            .map(machine -> index == Index.VALUES ? machine : byTypeAlone(machine))
            .toList();
    Map<String, Phrase> phrases = new HashMap<>();
    for (Drawn each : drawn) {
      each.phrases()
          .forEach((name, phrase) -> phrases.put(each.machine().key() + "/" + name, phrase));
    }
    var random = new Random(campaigns);
    List<Case> cases = IntStream.range(0, CASES).mapToObj(c -> aCase(machines, random)).toList();
    return new Workload(machines, phrases, cases);
  }

  /** Compiled by Drools, or loaded where they have been before. */
  Rules compiled() {
    var compiler = new DroolsRuleCompiler(CACHE);
    return compiler.compose(packages(compiler));
  }

  List<RuleCompiler.Package> packages(RuleCompiler compiler) {
    return machines.stream().map(machine -> compiled(compiler, machine)).toList();
  }

  static RuleCompiler.Package compiled(RuleCompiler compiler, Machine machine) {
    return switch (compiler.compile(DrlWriter.write(machine))) {
      case Compilation.Ready(var rules) -> rules;
      case Compilation.Broken(var errors) -> throw new IllegalStateException(errors.toString());
    };
  }

  RuleBook book(Rules rules) {
    Map<CampaignKey, Machine> byKey = new HashMap<>();
    Map<CampaignId, RuleBook.Standing> standings = new HashMap<>();
    for (Machine machine : machines) {
      byKey.put(machine.key(), machine);
      standings.put(machine.key().id(), new RuleBook.Standing(1, RuleBook.Status.RUNNING));
    }
    Lexicon lexicon = Lexicon.union(machines.stream().map(DrlWriter::lexicon).toList());
    return RuleBook.of(byKey, standings, lexicon, rules, Conventions.DEFAULT, "bench");
  }

  private static Machine byTypeAlone(Machine machine) {
    List<Guard> guards = machine.entry().guards().stream().map(Workload::byTypeAlone).toList();
    return new Machine(
        machine.key(),
        machine.graph(),
        machine.attached(),
        Stop.of(guards),
        machine.stops(),
        machine.beside(),
        machine.sinceEntry(),
        machine.renderings());
  }

  private static Guard byTypeAlone(Guard guard) {
    String type = guard.opening().orElseThrow().type();
    var opening = new Opening(type, List.of(), "event " + type);
    return new Guard(
        guard.rule(),
        opening.place(),
        guard.to(),
        guard.trigger(),
        guard.types(),
        guard.roams(),
        guard.settling(),
        guard.tallies(),
        guard.latching(),
        guard.deadlines(),
        guard.recurring(),
        guard.profile(),
        guard.splits(),
        guard.leaving(),
        guard.array(),
        Optional.of(opening));
  }

  private static Case aCase(List<Machine> machines, Random random) {
    String type = Drawn.type(random.nextInt(Drawn.TYPES));
    Map<String, Object> properties =
        Map.of(
            "productId", random.nextInt(Drawn.PRODUCTS),
            "cityId", random.nextInt(Drawn.CITIES),
            "categoryId", random.nextInt(Drawn.CATEGORIES),
            "price", 1 + random.nextInt(Drawn.PRICES),
            "amount", 1 + random.nextInt(Drawn.PRICES));
    Map<String, Object> user =
        Map.of(
            "age", 10 + random.nextInt(50),
            "vip", random.nextBoolean(),
            "country", List.of("CN", "SG", "FR", "DE").get(random.nextInt(4)));
    List<View> places = new ArrayList<>();
    for (int p = 0; p < 3; p++) {
      Machine machine = machines.get(random.nextInt(machines.size()));
      Stop stop = machine.at(new NodeId("n" + random.nextInt(machine.stops().size())));
      Scene scene = waiting(aScene().of(type, properties).by(user), stop, random);
      places.add(View.of(stop.guards().getFirst().at(), scene));
    }
    Scene scene = aScene().of(type, properties).by(user).scene();
    return new Case(View.of("", scene), places);
  }

  private static Scene waiting(Scenes scene, Stop stop, Random random) {
    stop.tallies().forEach(tally -> scene.counting(tally.name(), "" + random.nextInt(15)));
    stop.latching().stream()
        .filter(l -> random.nextBoolean())
        .map(Named::name)
        .forEach(scene::latched);
    stop.timed().stream()
        .flatMap(guard -> guard.deadlines().stream())
        .filter(deadline -> random.nextBoolean())
        .map(Named::name)
        .forEach(scene::due);
    return scene.scene();
  }
}

package dev.campanile.bench.rules;

import dev.campanile.bench.rules.Workload.Case;
import dev.campanile.bench.rules.Workload.View;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.state.Entering;
import dev.campanile.engine.state.Guard;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.testkit.PlainRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Somebody who can say which rules hold. */
public interface Contender {

  /** Those who compete. */
  enum Name {
    /** Drools, as in the product. */
    DROOLS,
    /** The twin of the tests, which reads the triggers themselves. */
    TWIN,
    /** Java written for each rule, in the same places. */
    JAVA,
    /** The same, where every entry is asked. */
    JAVA_SCAN,
    MVEL,
    JEXL,
    SPEL
  }

  /** The rules that hold at a place. */
  List<String> judge(String at, View view);

  /** The rules of all entries that hold. */
  List<String> enter(View view);

  /** All judging of one event. */
  default List<String> judge(Case event) {
    List<String> holding = new ArrayList<>(enter(event.entries()));
    for (View place : event.places()) {
      holding.addAll(judge(place.at(), place));
    }
    return holding;
  }

  static Contender of(Name name, Workload workload) {
    return switch (name) {
      case DROOLS -> rules(workload, workload.compiled());
      case TWIN -> rules(workload, new PlainRules(workload.machines()));
      case JAVA -> listed(workload, Contender::byHand);
      case JAVA_SCAN -> scan(workload);
      case MVEL -> listed(workload, expressed(new Languages.Mvel()));
      case JEXL -> listed(workload, expressed(new Languages.Jexl()));
      case SPEL -> listed(workload, expressed(new Languages.Spel()));
    };
  }

  private static Contender rules(Workload workload, Rules rules) {
    RuleBook book = workload.book(rules);
    Rules.Judge judge = rules.open();
    return new Placed(
        book, (at, view) -> judge.judge(new Moment(at, book.lexicon(), view.scene())));
  }

  private static Contender listed(Workload workload, Function<Phrase, Predicate<View>> reading) {
    Map<String, List<Listed>> rules = new HashMap<>();
    for (var machine : workload.machines()) {
      for (Guard guard : machine.guards()) {
        Phrase phrase = workload.phrases().get(guard.rule());
        rules
            .computeIfAbsent(guard.at(), at -> new ArrayList<>())
            .add(new Listed(guard.rule(), reading.apply(phrase)));
      }
    }
    RuleBook book = workload.book(new PlainRules(List.of()));
    return new Placed(book, (at, view) -> Listed.holding(rules.getOrDefault(at, List.of()), view));
  }

  private static Contender scan(Workload workload) {
    List<Listed> entries = new ArrayList<>();
    for (var machine : workload.machines()) {
      for (Guard guard : machine.entry().guards()) {
        String type = guard.opening().orElseThrow().type();
        var byHand = workload.phrases().get(guard.rule()).byHand();
        entries.add(
            new Listed(
                guard.rule(),
                view ->
                    Phrase.event(view.scene()).type().equals(type) && byHand.test(view.scene())));
      }
    }
    Contender places = listed(workload, Contender::byHand);
    return new Contender() {

      @Override
      public List<String> judge(String at, View view) {
        return places.judge(at, view);
      }

      @Override
      public List<String> enter(View view) {
        return Listed.holding(entries, view);
      }
    };
  }

  private static Predicate<View> byHand(Phrase phrase) {
    return view -> phrase.byHand().test(view.scene());
  }

  private static Function<Phrase, Predicate<View>> expressed(Languages.Language language) {
    return phrase -> {
      var expression = language.compile(phrase.expression());
      return view -> expression.test(view.variables());
    };
  }

  /** A rule by its name. */
  record Listed(String rule, Predicate<View> holds) {

    static List<String> holding(List<Listed> rules, View view) {
      List<String> holding = new ArrayList<>();
      for (Listed each : rules) {
        if (each.holds().test(view)) {
          holding.add(each.rule());
        }
      }
      return holding;
    }
  }

  /** What a place is judged by. */
  interface AtPlace {

    List<String> judge(String at, View view);
  }

  /** Asks about entries where the rule book says that they are judged. */
  record Placed(RuleBook book, AtPlace places) implements Contender {

    @Override
    public List<String> judge(String at, View view) {
      return places.judge(at, view);
    }

    @Override
    public List<String> enter(View view) {
      List<String> holding = new ArrayList<>();
      for (String at : Entering.places(book, Phrase.event(view.scene()))) {
        holding.addAll(places.judge(at, view));
      }
      return holding;
    }
  }
}

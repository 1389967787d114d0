package dev.campanile.adapter.drools;

import dev.campanile.campaign.Attributes;
import dev.campanile.engine.rule.Follows;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Rules;
import dev.campanile.engine.rule.Scene;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.FactHandle;

/** A KieBase that is never changed. Thread-safe; its judges are not. */
final class DroolsRules implements Rules {

  private static final Moment NOWHERE =
      new Moment("", Lexicon.EMPTY, Scene.of(Occasion.QUIET, Attributes.NONE, ZoneOffset.UTC));

  private final KieBase base;
  private final int rules;

  private DroolsRules(KieBase base, int rules) {
    this.base = base;
    this.rules = rules;
  }

  static DroolsRules of(Collection<DroolsPackage> packages, ClassLoader parent) {
    KieBaseConfiguration configuration = KieServices.get().newKieBaseConfiguration(null, parent);
    KieBase base =
        KieBaseBuilder.createKieBaseFromModel(
            packages.stream().map(DroolsPackage::model).toList(), configuration);
    return new DroolsRules(base, packages.stream().mapToInt(DroolsPackage::rules).sum());
  }

  KieBase base() {
    return base;
  }

  @Override
  public Judge open() {
    var judge = new Session();
    // The first fact of a session costs a hundred times the next: not an event's turn to pay.
    judge.judge(NOWHERE);
    return judge;
  }

  private KieSession session(Follows decisions) {
    KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
    // Rules know no time; the real clock would bring a scheduler to each session.
    configuration.setOption(ClockTypeOption.PSEUDO);
    KieSession session = base.newKieSession(configuration, null);
    if (rules > 0) {
      session.setGlobal("decisions", decisions);
    }
    return session;
  }

  /**
   * One long-lived session: a new one for each moment takes time and memory by the rule book's
   * size.
   */
  private final class Session implements Judge {

    private final List<String> followed = new ArrayList<>();
    private KieSession session = session(followed::add);

    @Override
    public List<String> judge(Moment moment) {
      followed.clear();
      boolean fit = false;
      try {
        FactHandle fact = session.insert(moment);
        session.fireAllRules(rules);
        session.delete(fact);
        fit = true;
      } finally {
        if (!fit) {
          renew();
        }
      }
      return List.copyOf(followed);
    }

    // What a failed rule leaves in the network's memories would answer for the next moment.
    private void renew() {
      KieSession unfit = session;
      session = session(followed::add);
      unfit.dispose();
    }

    @Override
    public void close() {
      session.dispose();
    }
  }
}

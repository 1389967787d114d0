package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Occasion;
import dev.campanile.engine.rule.Rules.Judge;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at users while nothing happens, and changes nothing. Thread-safe. */
public final class Bystander {

  private final RuleBook book;

  public Bystander(RuleBook book) {
    this.book = book;
  }

  /**
   * What every way out of the nodes where a user is looks like now, and every way into a campaign:
   * nothing has happened, and nothing does.
   */
  public List<Judgment> stand(UserState state, CampaignId campaign, Instant now) {
    Turn turn = turn(state);
    turn.clock(now);
    return new Judgments(turn, campaign::equals)
        .of(Occasion.QUIET).stream()
            .filter(judgment -> judgment.campaign().id().equals(campaign))
            .toList();
  }

  /** How far a user has come with the triggers that several events make hold. */
  public Progress progress(UserState state) {
    Turn turn = turn(state);
    Map<String, Map<String, List<List<Boolean>>>> participations = new HashMap<>();
    for (Participation one : state.participations()) {
      Optional<Machine> machine = one.active() ? book.machine(one.campaign()) : Optional.empty();
      if (machine.isPresent()) {
        Map<String, List<List<Boolean>>> arrays = new HashMap<>();
        arrays.putAll(progress(Outlook.of(turn, machine.get(), one)));
        arrays.putAll(progress(Outlook.beside(turn, machine.get(), one)));
        participations.put(one.id(), arrays);
      }
    }
    return new Progress(entries(turn, state), participations);
  }

  private static Map<String, List<List<Boolean>>> progress(Outlook outlook) {
    List<Guard> guards = outlook.stop().guards();
    return Progress.of(guards, outlook.scene(guards, Occasion.QUIET));
  }

  private Map<String, List<List<Boolean>>> entries(Turn turn, UserState state) {
    Map<String, List<List<Boolean>>> entries = new HashMap<>();
    var prospect = new Prospect(turn);
    state
        .memories()
        .forEach(
            (campaign, memory) ->
                book.doors()
                    .of(campaign)
                    .filter(door -> !memory.latched().isEmpty() || !memory.measures().isEmpty())
                    .ifPresent(
                        door ->
                            entries.putAll(
                                Progress.of(
                                    door.own(), prospect.scene(door.machine(), Occasion.QUIET)))));
    return entries;
  }

  private Turn turn(UserState state) {
    return new Turn(book, new Silent(), state, new Account(Detail.ALL), Permits.PLENTY);
  }

  /** Where nothing happens, no rule is asked. */
  private static final class Silent implements Judge {

    @Override
    public List<String> judge(Moment moment) {
      throw new IllegalStateException("Expected nobody to ask about " + moment.at() + ".");
    }

    @Override
    public void close() {
      // There is nothing to let go of.
    }
  }
}

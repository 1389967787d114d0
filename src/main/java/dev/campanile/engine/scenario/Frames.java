package dev.campanile.engine.scenario;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.scenario.Frame.Kind;
import dev.campanile.engine.state.Bystander;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Outcome;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.Signal;
import dev.campanile.engine.state.Step;
import dev.campanile.engine.state.UserState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The pictures of a story while it is told. Not thread-safe. */
final class Frames implements Story.Spectator {

  private final Cast cast;
  private final Bystander bystander;
  private final int most;
  private final List<Frame> frames = new ArrayList<>();
  private int step = -1;
  private boolean shown;

  /**
   * @param most how many there may be
   */
  Frames(Cast cast, Bystander bystander, int most) {
    this.cast = cast;
    this.bystander = bystander;
    this.most = most;
  }

  List<Frame> all() {
    return frames;
  }

  /** The next step of the scenario begins. */
  void next() {
    step++;
    shown = false;
  }

  /** What time or a settled action did is shown where something came of it. */
  @Override
  public void stepped(Signal signal, Step done, ZoneId zone) {
    boolean quiet = done.facts().isEmpty() && done.orders().isEmpty();
    boolean byItself = signal instanceof Signal.WakeUp || signal instanceof Signal.Settled;
    if (quiet && byItself) {
      return;
    }
    Instant at = Course.at(signal);
    List<Participation> participations = new ArrayList<>(done.state().participations());
    participations.addAll(done.over());
    add(
        new Frame(
            step,
            at,
            kind(signal),
            Course.line(cast, signal, done, zone),
            done.outcome(),
            done.facts(),
            done.orders(),
            participations,
            done.outcome().counts() ? done.judgments() : stand(done.state(), at)));
  }

  /** How things stand, where a step is over and its last picture is not of this instant. */
  void standing(UserState state, Instant now) {
    if (!shown || frames.getLast().at().isBefore(now)) {
      add(
          new Frame(
              step,
              now,
              Kind.STANDING,
              "nothing happens",
              Outcome.NO_MATCH,
              List.of(),
              List.of(),
              state.participations(),
              stand(state, now)));
    }
  }

  private void add(Frame frame) {
    if (frames.size() == most) {
      throw new Overrun(
          "Expected at most %d things worth showing, but there are more.".formatted(most));
    }
    frames.add(frame);
    shown = true;
  }

  private List<Judgment> stand(UserState state, Instant now) {
    return cast.campaigns.stream()
        .map(CampaignGraph::id)
        .flatMap(campaign -> bystander.stand(state, campaign, now).stream())
        .toList();
  }

  private static Kind kind(Signal signal) {
    return switch (signal) {
      case Signal.Happened happened -> Kind.EVENT;
      case Signal.WakeUp wakeUp -> Kind.TIME;
      case Signal.ProfileChanged changed -> Kind.PROFILE;
      case Signal.Settled settled -> Kind.SETTLED;
      case Signal.Launched launched -> Kind.LAUNCH;
      case Signal.Reviewed reviewed -> Kind.OTHER;
      case Signal.Migrated migrated -> Kind.OTHER;
      case Signal.Stopped stopped -> Kind.OTHER;
    };
  }
}

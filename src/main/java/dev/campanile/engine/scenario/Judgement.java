package dev.campanile.engine.scenario;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.scenario.Expectation;
import dev.campanile.campaign.scenario.Expectation.Listed;
import dev.campanile.campaign.scenario.Expectation.Ordered;
import dev.campanile.campaign.scenario.Expectation.Refusal;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.engine.monitor.ExplanationText;
import dev.campanile.engine.state.Fact;
import dev.campanile.engine.state.Judgment;
import dev.campanile.engine.state.Order;
import dev.campanile.engine.state.Participation;
import dev.campanile.engine.state.UserState;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether all is as expected. Judges one expectation. */
final class Judgement {

  /** What is not as expected, and where that was expected. */
  record Complaint(Place place, String text) {}

  private static final int MOST_REASONS = 5;

  private final Cast cast;
  private final Seen seen;
  private final UserState state;
  private final ZoneId zone;
  private final List<Complaint> complaints = new ArrayList<>();

  Judgement(Cast cast, Seen seen, UserState state, ZoneId zone) {
    this.cast = cast;
    this.seen = seen;
    this.state = state;
    this.zone = zone;
  }

  List<Complaint> of(Expectation then) {
    then.at().ifPresent(this::at);
    then.arrived().ifPresent(nodes -> inOrder("arrivals at", nodes, seen.arrived));
    then.ended().ifPresent(nodes -> inOrder("ends at", nodes, seen.ended));
    then.orders().ifPresent(this::orders);
    then.withheld().ifPresent(this::withheld);
    then.skipped().ifPresent(this::skipped);
    then.refused().ifPresent(this::refused);
    return complaints;
  }

  private void at(Listed<Mention> expected) {
    List<Participation> active =
        state.participations().stream().filter(Participation::active).toList();
    List<String> wanted = expected.items().stream().map(cast.nodes::label).sorted().toList();
    List<String> there = active.stream().map(this::label).sorted().toList();
    if (!wanted.equals(there)) {
      complain(
          expected.place(),
          "Expected %s at %s, but %s."
              .formatted(state.user(), Wording.names(wanted, "no node"), standing(active)));
      explain(expected.place());
      foretell(expected.place(), active);
    }
  }

  /** Says when time alone may move the user next. */
  private void foretell(Place place, List<Participation> active) {
    active.stream()
        .flatMap(participation -> participation.wakeAt().stream())
        .min(Comparator.naturalOrder())
        .ifPresent(
            at ->
                complain(
                    place,
                    "Time alone may move %s at %s at the earliest."
                        .formatted(state.user(), Wording.time(at, zone))));
  }

  /** Where the user is, and since when. */
  private String standing(List<Participation> active) {
    String where =
        active.stream()
            .map(
                participation ->
                    "at '%s' since %s"
                        .formatted(label(participation), Wording.time(participation.since(), zone)))
            .collect(Collectors.joining(" and "));
    return state.user() + " is " + (active.isEmpty() ? "at no node" : where);
  }

  private void inOrder(String what, Listed<Mention> expected, List<String> came) {
    List<String> wanted = expected.items().stream().map(cast.nodes::label).toList();
    if (!wanted.equals(came)) {
      different(expected.place(), what, wanted, came);
      explain(expected.place());
    }
  }

  private void orders(Listed<Ordered> expected) {
    List<String> wanted =
        expected.items().stream().map(order -> cast.actions.label(order.action())).toList();
    List<String> came = seen.orders.stream().map(this::label).toList();
    if (!wanted.equals(came)) {
      different(expected.place(), "orders of", wanted, came);
      explain(expected.place());
      return;
    }
    for (int i = 0; i < wanted.size(); i++) {
      Ordered order = expected.items().get(i);
      OrderComparison.complaints(order, wanted.get(i), seen.orders.get(i))
          .forEach(text -> complain(order.action().place(), text));
    }
  }

  private void withheld(Listed<Mention> expected) {
    List<String> wanted = expected.items().stream().map(cast.actions::label).toList();
    if (!wanted.equals(seen.withheld)) {
      different(expected.place(), "withholding", wanted, seen.withheld);
    }
  }

  private void skipped(Listed<Mention> expected) {
    List<String> wanted = expected.items().stream().map(cast.actions::label).toList();
    if (!wanted.equals(seen.skipped)) {
      different(expected.place(), "skipping", wanted, seen.skipped);
    }
  }

  private void refused(Listed<Refusal> expected) {
    List<Fact.Refused> came = seen.refused;
    boolean same = expected.items().size() == came.size();
    for (int i = 0; same && i < came.size(); i++) {
      same = matches(expected.items().get(i), came.get(i));
    }
    if (!same) {
      String wanted = expected.items().stream().map(this::label).collect(Collectors.joining(", "));
      complain(
          expected.place(),
          "Expected %s, but %s."
              .formatted(
                  wanted.isEmpty() ? "no refusal" : "the refusals " + wanted,
                  came.isEmpty() ? "there was none" : "got " + refusals()));
    }
  }

  private boolean matches(Refusal expected, Fact.Refused came) {
    Optional<String> campaign = expected.campaign().map(cast.names::label);
    return cast.reasons.label(expected.reason()).equals(Cast.label(came.reason()))
        && campaign.filter(name -> !name.equals(came.campaign().id().text())).isEmpty();
  }

  private void different(Place place, String what, List<String> wanted, List<String> came) {
    complain(
        place,
        "Expected %s %s, but got %s."
            .formatted(what, Wording.names(wanted, "none"), Wording.names(came, "none")));
  }

  /** Says why something may not have come. */
  private void explain(Place place) {
    if (!seen.refused.isEmpty()) {
      complain(place, "Refused was " + refusals() + ".");
    } else if (!seen.unmatched.isEmpty()) {
      String types = Wording.names(seen.unmatched.stream().distinct().toList(), "");
      complain(place, "No trigger held for the event %s.".formatted(types));
    }
    seen.unheld.stream().limit(MOST_REASONS).forEach(judgment -> complain(place, reason(judgment)));
  }

  private static String reason(Judgment judgment) {
    return judgment.campaign().id() + ", " + ExplanationText.brief(judgment);
  }

  private String refusals() {
    return seen.refused.stream().map(Wording::refusal).collect(Collectors.joining(", "));
  }

  private void complain(Place place, String text) {
    var complaint = new Complaint(place, text);
    boolean said = complaints.stream().anyMatch(other -> other.text().equals(text));
    if (!said) {
      complaints.add(complaint);
    }
  }

  private String label(Participation participation) {
    return cast.label(participation.campaign().id(), participation.node());
  }

  private String label(Order order) {
    return cast.label(order.campaign().id(), order.action());
  }

  private String label(Refusal refusal) {
    String reason = cast.reasons.label(refusal.reason());
    return refusal.campaign().map(name -> name.text() + ": " + reason).orElse(reason);
  }
}

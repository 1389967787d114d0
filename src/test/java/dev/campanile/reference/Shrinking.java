package dev.campanile.reference;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.state.RuleBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Leaves out of a case on which the two disagree whatever can be left out of it. */
final class Shrinking {

  private record Case(List<Draft> drafts, Log log) {

    Stream<Case> smaller() {
      Stream<Case> fewer =
          drafts.size() == 1 ? Stream.of() : Draft.without(drafts).map(some -> new Case(some, log));
      Stream<Case> shorter = log.smaller().stream().map(some -> new Case(drafts, some));
      Stream<Case> plainer =
          drafts.stream().flatMap(draft -> draft.smaller().map(plain -> replaced(draft, plain)));
      return Stream.of(fewer, shorter, plainer).flatMap(each -> each);
    }

    private Case replaced(Draft draft, Draft plain) {
      var all = new ArrayList<>(drafts);
      all.set(all.indexOf(draft), plain);
      return new Case(all, log);
    }
  }

  /** Campaigns that can be published together. */
  private record Published(List<CampaignGraph> campaigns, RuleBook book) {}

  private final Stage stage;
  private final Map<List<Draft>, Optional<Published>> published = new HashMap<>();

  Shrinking(Stage stage) {
    this.stage = stage;
  }

  /** The smallest case that can be reached, and what the two make of it. */
  String report(List<Draft> drafts, Log log) {
    var here = Optional.of(new Case(drafts, log));
    var smallest = here.get();
    while (here.isPresent()) {
      smallest = here.get();
      here = smallest.smaller().filter(this::disagrees).findFirst();
    }
    return written(smallest);
  }

  private Optional<Published> read(List<Draft> drafts) {
    List<CampaignGraph> campaigns =
        drafts.stream().flatMap(draft -> stage.read(draft.yaml()).stream()).toList();
    return campaigns.size() == drafts.size()
        ? Optional.of(new Published(campaigns, stage.book(campaigns)))
        : Optional.empty();
  }

  private boolean disagrees(Case some) {
    return published
        .computeIfAbsent(some.drafts(), this::read)
        .filter(
            all ->
                !AgreementProperties.same(
                    all.campaigns(),
                    Told.byReference(all.campaigns(), some.log()),
                    Told.byEngine(all.book(), some.log())))
        .isPresent();
  }

  private String written(Case some) {
    var text = new StringBuilder("Expected one course, but engine and reference tell two.\n");
    some.drafts().forEach(draft -> text.append(draft.yaml()));
    text.append("caps: ").append(some.log().caps()).append('\n');
    text.append("start: ").append(some.log().start()).append('\n');
    text.append("profile: ").append(some.log().profile()).append('\n');
    some.log().items().forEach(item -> text.append("  ").append(item).append('\n'));
    Published all = read(some.drafts()).orElseThrow();
    text.append("by the engine:\n");
    Told.byEngine(all.book(), some.log()).forEach(s -> text.append("  " + s + "\n"));
    text.append("by the reference:\n");
    Told.byReference(all.campaigns(), some.log()).forEach(s -> text.append("  " + s + "\n"));
    return text.toString();
  }
}

package dev.campanile.api.version;

import dev.campanile.api.campaign.CampaignDesk;
import dev.campanile.api.campaign.Candidate;
import dev.campanile.api.http.AtOnce;
import dev.campanile.api.version.VersionDesk.Difference;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.NodeId;
import dev.campanile.campaign.OnChange;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.CatchingUp;
import dev.campanile.engine.plan.Forecast;
import dev.campanile.engine.plan.Forecast.Told;
import dev.campanile.engine.plan.Group;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.state.UserState;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.Crowds;
import dev.campanile.engine.warehouse.Crowds.Crowd;
import dev.campanile.engine.warehouse.Crowds.Spot;
import dev.campanile.engine.warehouse.DataWarehouse;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignTranslator.Translation;
import dev.campanile.translator.CampaignTranslator.Translation.Translated;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.RuleBookKeeper;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what publishing would do before it is done: the very step that takes users along is run on
 * copies of their states. Thread-safe.
 */
public final class PlanDesk {

  /** How many users of one group are looked at; of larger ones a sample of so many. */
  public static final int MOST = 10_000;

  private static final int CHUNK = 500;

  /** Plans that are made at a time: each may read and judge the states of many users. */
  private static final int AT_A_TIME = 2;

  private final CampaignPublisher publisher;
  private final CampaignStore store;
  private final VersionDesk versions;
  private final RuleBookKeeper keeper;
  private final Crowds crowds;
  private final DataWarehouse warehouse;
  private final FileSource latest;
  private final Clock clock;
  private final int most;
  private final AtOnce free =
      new AtOnce("plans-under-way", "Other plans are being made", "plans", AT_A_TIME);

  /**
   * @param latest the files that a campaign names where the candidate does not bring its own
   */
  public PlanDesk(
      CampaignPublisher publisher,
      CampaignStore store,
      VersionDesk versions,
      RuleBookKeeper keeper,
      Crowds crowds,
      DataWarehouse warehouse,
      FileSource latest,
      Clock clock,
      int most) {
    this.publisher = publisher;
    this.store = store;
    this.versions = versions;
    this.keeper = keeper;
    this.crowds = crowds;
    this.warehouse = warehouse;
    this.latest = latest;
    this.clock = clock;
    this.most = most;
  }

  /** Refuses where as many plans as may be are being made. */
  Plan plan(Candidate candidate) {
    return free.run(() -> planned(candidate));
  }

  private Plan planned(Candidate candidate) {
    Instant now = clock.instant();
    keeper.refresh(now);
    Translated translated = translated(candidate);
    CampaignKey key = translated.compiled().machine().key();
    Optional<Version> open = open(key);
    boolean changed = open.filter(one -> one.hash().equals(translated.hash())).isEmpty();
    List<Group> groups = changed ? groups(translated, key, now) : List.of();
    Difference difference = difference(translated, open);
    return new Plan(
        key,
        open.map(Version::key),
        changed,
        word(translated.graph().onChange()),
        now,
        groups,
        difference.graph(),
        difference.text(),
        notes(key, translated.graph(), groups),
        translated.warnings());
  }

  /** What would change, without a look at anybody. */
  Difference difference(Candidate candidate) {
    keeper.refresh(clock.instant());
    Translated translated = translated(candidate);
    return difference(translated, open(translated.compiled().machine().key()));
  }

  private Difference difference(Translated candidate, Optional<Version> open) {
    CampaignKey key = candidate.compiled().machine().key();
    return open.filter(one -> one.hash().equals(candidate.hash())).isPresent()
        ? Difference.none(open.get().key())
        : versions.difference(open, key, candidate.graph(), candidate.yaml());
  }

  private Translated translated(Candidate candidate) {
    return switch (publisher.candidate(candidate.campaign(), candidate.over(latest))) {
      case Translation.Refused(var violations) -> throw CampaignDesk.refused(violations);
      case Translated translated -> translated;
    };
  }

  private Optional<Version> open(CampaignKey candidate) {
    return candidate.version() == 1
        ? Optional.empty()
        : store.version(new CampaignKey(candidate.id(), candidate.version() - 1));
  }

  private List<Group> groups(Translated candidate, CampaignKey key, Instant now) {
    List<Group> groups = new ArrayList<>();
    RuleBook book = keeper.with(candidate.compiled());
    try (var forecast = new Forecast(book, key, now)) {
      for (Crowd crowd : crowds.of(key.id())) {
        groups.add(
            candidate
                .graph()
                .successor(crowd.spot().node())
                .map(node -> group(crowd, node, book, forecast))
                .orElseGet(() -> Group.staying(crowd)));
      }
    }
    return groups;
  }

  private Group group(Crowd crowd, NodeId successor, RuleBook book, Forecast forecast) {
    List<UserId> users =
        crowd.users() > most
            ? crowds.sample(crowd.spot(), most)
            : crowds.at(crowd.spot(), Optional.empty(), most);
    List<Told> told = new ArrayList<>();
    for (int from = 0; from < users.size(); from += CHUNK) {
      List<UserId> chunk = users.subList(from, Math.min(from + CHUNK, users.size()));
      told.addAll(told(crowd.spot(), chunk, book, forecast));
    }
    return Group.of(crowd, successor, told);
  }

  private List<Told> told(Spot spot, List<UserId> users, RuleBook book, Forecast forecast) {
    Map<UserId, UserState> states =
        CatchingUp.complete(warehouse.read(users), book.lifetime(), warehouse.history());
    return users.stream().flatMap(user -> forecast.of(states.get(user), spot).stream()).toList();
  }

  private List<String> notes(CampaignKey candidate, CampaignGraph graph, List<Group> groups) {
    List<String> notes = new ArrayList<>();
    store.shelf().campaigns().stream()
        .filter(listing -> listing.id().equals(candidate.id()))
        .filter(listing -> listing.status() == Status.PAUSED)
        .map(Listing::id)
        .forEach(id -> notes.add("%s is paused: this comes when it is resumed.".formatted(id)));
    if (!(graph.onChange() instanceof OnChange.Pin)) {
      groups.stream()
          .filter(group -> group.successor().isEmpty())
          .forEach(group -> notes.add(left(group, candidate)));
    }
    return notes;
  }

  private static String left(Group group, CampaignKey candidate) {
    Spot spot = group.crowd().spot();
    return """
        Expected a node for the %d users at '%s' of version %d, but version %d has none: they finish on theirs. \
        Maybe map it: 'on-change: { migrate: { %s: NODE } }'."""
        .formatted(
            group.crowd().users(),
            spot.node(),
            spot.campaign().version(),
            candidate.version(),
            spot.node());
  }

  private static String word(OnChange onChange) {
    return switch (onChange) {
      case OnChange.Pin pin -> "pin";
      case OnChange.Follow follow -> "follow";
      case OnChange.Migrate migrate -> "migrate";
    };
  }
}

package dev.campanile.walk;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Roster;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.state.Launch;
import dev.campanile.engine.state.Pause;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.KnownUsers;
import dev.campanile.engine.warehouse.Walks;
import dev.campanile.engine.warehouse.Walks.State;
import dev.campanile.engine.warehouse.Walks.Walk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Reaches out to the audiences of running campaigns: each tick of a launch is a walk over all known
 * users, or over the list of the audience, known or not, at the launch's own rate.
 *
 * <p>The walk of a tick is named by campaign, entry and instant, so that however many instances
 * look at the clock it begins once; what one of them leaves undone another goes on with.
 * Thread-safe.
 */
public final class Launches {

  private static final Logger LOG = Logger.getLogger(Launches.class);

  static final String PREFIX = "launch/";

  /** How long a round is at one walk before it looks after the others. */
  private static final Duration TURN = Duration.ofSeconds(1);

  /** Longer than any instance takes to learn of a publication. */
  private static final Duration STALE = Duration.ofSeconds(30);

  /** So long the log may be behind what has been told. */
  private static final Duration BEHIND = Duration.ofHours(1);

  private final Supplier<RuleBook> book;
  private final CampaignStore store;
  private final CampaignReader reader;
  private final Walks walks;
  private final KnownUsers users;
  private final SharedWalks shared;
  private final Rounds rounds = new Rounds(LOG, "Launches");

  /** Since when the ticks of a launch count. */
  private final Map<String, Instant> since = new ConcurrentHashMap<>();

  /** The end of the last pause of a launch after which it was seen to who had missed a tick. */
  private final Map<String, Instant> resumed = new ConcurrentHashMap<>();

  /** When a launch has to be looked at next. */
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  /**
   * @param owner tells this process from others
   */
  public Launches(
      Supplier<RuleBook> book,
      CampaignStore store,
      CampaignReader reader,
      Walks walks,
      KnownUsers users,
      UserWalk walk,
      Clock clock,
      String owner) {
    this.book = book;
    this.store = store;
    this.reader = reader;
    this.walks = walks;
    this.users = users;
    this.shared = new SharedWalks(walks, walk, clock, owner);
  }

  /** Begins what is due and goes on with what is under way; to be called every second. */
  public void walk() {
    rounds.go(
        () -> {
          RuleBook rules = book.get();
          rules.launches().stream()
              .filter(launch -> status(rules, launch.campaign()) == Status.RUNNING)
              .forEach(
                  launch -> {
                    begin(launch);
                    tellAgain(rules, launch);
                  });
          walks.underWay(PREFIX).forEach(walk -> goOn(rules, walk));
        });
  }

  /** The launches of a campaign's open version. */
  public List<Launch> of(CampaignId campaign) {
    return book.get().launches().stream()
        .filter(launch -> launch.campaign().equals(campaign))
        .toList();
  }

  /** The launches of all open versions. */
  public List<Launch> all() {
    return book.get().launches();
  }

  /** The ticks that have been launched, the latest first. */
  public List<Walk> ticks(int most) {
    return walks.latest(PREFIX, most);
  }

  /** The ticks of a campaign that have been launched, the latest first. */
  public List<Walk> ticks(CampaignId campaign, int most) {
    return walks.latest(PREFIX + campaign + "/", most);
  }

  /** The next tick of a launch; none where there is no more. */
  public Optional<Instant> next(Launch launch) {
    return launch.next(shared.now());
  }

  /** Of the ticks that have passed, also while nobody looked, the latest is launched. */
  private void begin(Launch launch) {
    String key = key(launch);
    Instant now = shared.now();
    if (now.isBefore(next.getOrDefault(key, Instant.MIN))) {
      return;
    }
    latest(launch, now).ifPresent(tick -> begin(walk(launch, tick), launch, now));
    next.put(key, launch.next(now).orElse(Instant.MAX));
  }

  /**
   * Walks the latest tick once more where a pause that is over may have kept out users who had been
   * told of it: what they were told stood in the log yet. Whoever has had the tick has it once.
   */
  private void tellAgain(RuleBook rules, Launch launch) {
    List<Pause> pauses = rules.standings().get(launch.campaign()).pauses();
    String key = key(launch);
    Instant now = shared.now();
    if (pauses.isEmpty()
        || pauses.getLast().to().equals(resumed.get(key))
        || pauses.getLast().to().isAfter(now)) {
      return;
    }
    Optional<String> tick = latest(launch, now).map(at -> walk(launch, at));
    Optional<Walk> last = tick.flatMap(name -> walks.latest(name, 1).stream().findFirst());
    if (last.filter(walk -> !walk.over()).isPresent()) {
      return; // when it is over
    }
    last.filter(walk -> walk.state() == State.DONE)
        .flatMap(walk -> pauses.reversed().stream().filter(p -> overlap(p, walk)).findFirst())
        .ifPresent(pause -> begin(tick.orElseThrow() + "/" + pause.to(), launch, now));
    resumed.put(key, pauses.getLast().to());
  }

  private static boolean overlap(Pause pause, Walk walk) {
    return pause.to().isAfter(walk.begunAt())
        && pause.from().isBefore(walk.changedAt().plus(BEHIND));
  }

  private Optional<Instant> latest(Launch launch, Instant now) {
    Instant from = since.computeIfAbsent(key(launch), any -> since(launch)).minusNanos(1);
    return launch.latest(from, now);
  }

  private void begin(String name, Launch launch, Instant now) {
    if (walks.named(name).isEmpty()) {
      long total = roster(launch).map(Roster::size).map(Long::valueOf).orElseGet(users::count);
      shared.begun(Walk.begun(name, launch.entry().perMinute(), total, State.WALKING, now));
      LOG.infof("%s begins: %d users are to be told.", name, total);
    }
  }

  private static String walk(Launch launch, Instant tick) {
    return new Tick(launch.campaign(), launch.name(), tick).walk();
  }

  private static String key(Launch launch) {
    return launch.machine().key() + "/" + launch.name();
  }

  private void goOn(RuleBook rules, Walk walk) {
    Tick tick = Tick.of(walk);
    Optional<Launch> launch =
        rules.launches().stream()
            .filter(one -> one.campaign().equals(tick.campaign()))
            .filter(one -> one.name().equals(tick.entry()) && one.ticksAt(tick.at()))
            .findFirst();
    Status status = status(rules, tick.campaign());
    if (status == Status.ENDED || isOver(launch, walk)) {
      shared.giveUp(walk.name());
    } else if (status == Status.RUNNING && launch.isPresent()) {
      goOn(rules, walk.name(), launch.get(), tick.at());
    }
  }

  /** A launch that is gone from the book may be newer than the book; then somebody is at it. */
  private boolean isOver(Optional<Launch> launch, Walk walk) {
    Instant now = shared.now();
    return launch.isPresent()
        ? launch.get().closes().filter(end -> !now.isBefore(end)).isPresent()
        : now.isAfter(walk.changedAt().plus(STALE));
  }

  private void goOn(RuleBook rules, String name, Launch launch, Instant tick) {
    Instant end = shared.now().plus(TURN);
    Optional<Roster> list = roster(launch);
    shared.goOn(
        new SharedWalks.Errand(
            name,
            (after, most) ->
                list.map(one -> one.after(after, most)).orElseGet(() -> users.all(after, most)),
            (user, at) -> launch.telling(user, tick, at),
            () -> book.get() == rules && shared.now().isBefore(end)));
  }

  private static Optional<Roster> roster(Launch launch) {
    return launch
        .machine()
        .graph()
        .audience()
        .flatMap(audience -> audience.list())
        .map(list -> launch.machine().attached().rosters().get(list));
  }

  private static Status status(RuleBook rules, CampaignId campaign) {
    return Optional.ofNullable(rules.standings().get(campaign))
        .map(RuleBook.Standing::status)
        .orElse(Status.PAUSED);
  }

  /** When the first of the versions was published that have had this launch ever since. */
  private Instant since(Launch launch) {
    CampaignKey open = launch.machine().key();
    Instant since = store.version(open).map(Version::publishedAt).orElse(Instant.MAX);
    for (int version = open.version() - 1; version >= 1; version--) {
      Optional<Version> former = store.version(new CampaignKey(open.id(), version));
      if (former.flatMap(this::graph).filter(launch::isLikeIn).isEmpty()) {
        return since;
      }
      since = former.get().publishedAt();
    }
    return since;
  }

  private Optional<CampaignGraph> graph(Version version) {
    return reader.graph(version.yaml());
  }

  /** A tick of a launch as walks are named by it; behind it, the end of a pause. */
  public record Tick(CampaignId campaign, String entry, Instant at) {

    public static Tick of(Walk walk) {
      String[] parts = walk.name().substring(PREFIX.length()).split("/");
      return new Tick(new CampaignId(parts[0]), parts[1], Instant.parse(parts[2]));
    }

    String walk() {
      return PREFIX + campaign + "/" + entry + "/" + at;
    }
  }
}

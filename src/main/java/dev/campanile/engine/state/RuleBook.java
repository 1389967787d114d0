package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Caps;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Rules;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All rules in force at one instant: the machines of every version that has someone inside, and of
 * those that may be entered. Immutable; a new one replaces it by one reference, between two
 * batches.
 *
 * @param hash tells books apart in the ledger
 * @param haunts the areas that some campaign asks how long one has been in, by name
 * @param lifetime what is counted since ever
 * @param caps how much users are told, whatever campaigns it is of
 */
public record RuleBook(
    Map<CampaignKey, Machine> machines,
    Map<CampaignId, Standing> standings,
    Lexicon lexicon,
    Rules rules,
    Conventions conventions,
    String hash,
    Doors doors,
    Map<String, Haunt> haunts,
    Lifetime lifetime,
    Caps caps) {

  /**
   * Which version of a campaign is open, and whether it runs.
   *
   * @param pauses when it has rested, in order; one that lasts is not among them
   */
  public record Standing(int version, Status status, List<Pause> pauses) {

    public Standing {
      pauses = List.copyOf(pauses);
    }

    /** One that has never rested. */
    public Standing(int version, Status status) {
      this(version, status, List.of());
    }
  }

  /** What operators have made of a campaign. */
  public enum Status {
    RUNNING,
    /** Nobody enters, nobody moves, nothing is counted; time catches up on resuming. */
    PAUSED,
    /** Nobody enters; whoever was inside has left. */
    ENDED
  }

  public static RuleBook of(
      Map<CampaignKey, Machine> machines,
      Map<CampaignId, Standing> standings,
      Lexicon lexicon,
      Rules rules,
      Conventions conventions,
      String hash) {
    var sorted = new TreeMap<>(machines);
    return new RuleBook(
        sorted,
        Map.copyOf(standings),
        lexicon,
        rules,
        conventions,
        hash,
        doors(sorted, standings),
        haunts(sorted.values()),
        Lifetime.of(counting(sorted, standings), new Zones(conventions)),
        Caps.NONE);
  }

  /** The same under frequency caps. */
  public RuleBook with(Caps others) {
    return new RuleBook(
        machines, standings, lexicon, rules, conventions, hash, doors, haunts, lifetime, others);
  }

  /** Whether it has the machine of every participation of a user. */
  public boolean covers(UserState state) {
    return state.participations().stream().allMatch(p -> machines.containsKey(p.campaign()));
  }

  /** Whether it has the version that a signal speaks of, or a later one. */
  public boolean covers(Signal signal) {
    return switch (signal) {
      case Signal.Reviewed reviewed -> hasOpened(reviewed.since());
      case Signal.Launched launched -> hasOpened(launched.campaign());
      case Signal.Migrated migrated -> hasOpened(migrated.to());
      default -> true;
    };
  }

  private boolean hasOpened(CampaignKey campaign) {
    Standing standing = standings.get(campaign.id());
    return standing != null && standing.version() >= campaign.version();
  }

  /** The entries by which campaigns reach out by themselves, as ranked. */
  public List<Launch> launches() {
    return Launches.of(this).all();
  }

  /** The machine of a version where that is the one which is open, and the campaign runs. */
  Optional<Machine> open(CampaignKey campaign) {
    Standing standing = standings.get(campaign.id());
    return standing != null
            && standing.version() == campaign.version()
            && standing.status() == Status.RUNNING
        ? machine(campaign)
        : Optional.empty();
  }

  /** How many users may enter campaigns that are open and have a limit of all. */
  public Map<CampaignId, Integer> totals() {
    Map<CampaignId, Integer> totals = new HashMap<>();
    for (Doors.Door door : doors.all()) {
      door.machine()
          .graph()
          .participation()
          .total()
          .ifPresent(total -> totals.put(door.machine().key().id(), total));
    }
    return totals;
  }

  Optional<Machine> machine(CampaignKey campaign) {
    return Optional.ofNullable(machines.get(campaign));
  }

  /** The pauses of a campaign, as this version of it takes them. */
  Pauses pauses(Machine machine) {
    Standing standing = standings.get(machine.key().id());
    return new Pauses(standing == null ? List.of() : standing.pauses(), machine.graph().onResume());
  }

  /** The campaigns that wait for an operator. */
  public Set<CampaignId> paused() {
    return standings.entrySet().stream()
        .filter(standing -> standing.getValue().status() == Status.PAUSED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whether participations of the campaign go on. */
  boolean running(CampaignId campaign) {
    Standing standing = standings.get(campaign);
    return standing == null || standing.status() == Status.RUNNING;
  }

  /** Nobody looks at what a campaign counts that has ended. */
  private static List<Machine> counting(
      Map<CampaignKey, Machine> machines, Map<CampaignId, Standing> standings) {
    return machines.values().stream()
        .filter(
            machine ->
                !Optional.ofNullable(standings.get(machine.key().id()))
                    .map(Standing::status)
                    .equals(Optional.of(Status.ENDED)))
        .toList();
  }

  private static Map<String, Haunt> haunts(Collection<Machine> machines) {
    Map<String, Haunt> haunts = new HashMap<>();
    for (Machine machine : machines) {
      machine.haunts().forEach(haunt -> haunts.put(haunt.name(), haunt));
    }
    return Map.copyOf(haunts);
  }

  private static Doors doors(
      Map<CampaignKey, Machine> machines, Map<CampaignId, Standing> standings) {
    return Doors.of(
        machines.values().stream().filter(machine -> isOpen(machine.key(), standings)).toList());
  }

  private static boolean isOpen(CampaignKey key, Map<CampaignId, Standing> standings) {
    Standing standing = standings.get(key.id());
    return standing != null
        && standing.version() == key.version()
        && standing.status() != Status.ENDED;
  }
}

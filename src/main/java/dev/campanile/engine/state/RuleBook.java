package dev.campanile.engine.state;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.rule.Lexicon;
import dev.campanile.engine.rule.Moment;
import dev.campanile.engine.rule.Rules;
import java.util.ArrayList;
import java.util.Comparator;
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
 */
public record RuleBook(
    Map<CampaignKey, Machine> machines,
    Map<CampaignId, Standing> standings,
    Lexicon lexicon,
    Rules rules,
    Conventions conventions,
    String hash,
    Index index) {

  /** Which version of a campaign is open, and whether it runs. */
  public record Standing(int version, Status status) {}

  /** What operators have made of a campaign. */
  public enum Status {
    RUNNING,
    /** Nobody enters, nobody moves, nothing is counted; time catches up on resuming. */
    PAUSED,
    /** Nobody enters; whoever was inside has left. */
    ENDED
  }

  /**
   * The machines that may be entered, highest priority first, by what may open them.
   *
   * @param shared the places of entries that one moment may serve for several campaigns
   * @param profiled those whose entries look at the profile without waiting for an event
   */
  record Index(Map<String, List<Machine>> openedBy, Set<String> shared, List<Machine> profiled) {

    List<Machine> openedBy(String eventType) {
      return openedBy.getOrDefault(eventType, List.of());
    }

    /** Whether one moment of the event serves the entries of several campaigns. */
    boolean shares(String eventType) {
      return shared.contains(Moment.openedBy(eventType));
    }
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
        sorted, Map.copyOf(standings), lexicon, rules, conventions, hash, index(sorted, standings));
  }

  Optional<Machine> machine(CampaignKey campaign) {
    return Optional.ofNullable(machines.get(campaign));
  }

  /** Whether participations of the campaign go on. */
  boolean running(CampaignId campaign) {
    Standing standing = standings.get(campaign);
    return standing == null || standing.status() == Status.RUNNING;
  }

  private static Index index(
      Map<CampaignKey, Machine> machines, Map<CampaignId, Standing> standings) {
    List<Machine> open =
        machines.values().stream()
            .filter(machine -> isOpen(machine.key(), standings))
            .sorted(
                Comparator.<Machine>comparingInt(machine -> -machine.graph().priority())
                    .thenComparing(Machine::key))
            .toList();
    Map<String, List<Machine>> openedBy = new HashMap<>();
    for (Machine machine : open) {
      for (String type : machine.entry().types()) {
        openedBy.computeIfAbsent(type, t -> new ArrayList<>()).add(machine);
      }
    }
    return new Index(openedBy, shared(open), open.stream().filter(RuleBook::profiled).toList());
  }

  private static Set<String> shared(List<Machine> machines) {
    return machines.stream()
        .flatMap(machine -> machine.entry().guards().stream())
        .map(Guard::at)
        .filter(Moment::servesMany)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean profiled(Machine machine) {
    return machine.entry().guards().stream()
        .anyMatch(guard -> !Moment.servesMany(guard.at()) && !guard.profile().isEmpty());
  }

  private static boolean isOpen(CampaignKey key, Map<CampaignId, Standing> standings) {
    Standing standing = standings.get(key.id());
    return standing != null
        && standing.version() == key.version()
        && standing.status() != Status.ENDED;
  }
}

package dev.campanile.testkit;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rule books in tests: the first version of each campaign, running, judged by {@link PlainRules}.
 */
public final class Books {

  private Books() {}

  public static RuleBook of(CampaignGraph... graphs) {
    return of(List.of(graphs), Conventions.DEFAULT, Map.of());
  }

  /** The versions of one campaign, from the first on; the last is open. */
  public static RuleBook versions(CampaignGraph... graphs) {
    return versions(Status.RUNNING, graphs);
  }

  public static RuleBook versions(Status status, CampaignGraph... graphs) {
    Map<CampaignKey, Machine> machines = new HashMap<>();
    for (int version = 1; version <= graphs.length; version++) {
      var key = new CampaignKey(graphs[version - 1].id(), version);
      machines.put(key, Languages.machine(key, graphs[version - 1], FileSource.NONE));
    }
    return book(
        machines, Map.of(graphs[0].id(), new Standing(graphs.length, status)), Conventions.DEFAULT);
  }

  /**
   * @param statuses of campaigns that are not running
   */
  public static RuleBook of(
      Collection<CampaignGraph> graphs, Conventions conventions, Map<CampaignId, Status> statuses) {
    return of(graphs, conventions, statuses, FileSource.NONE);
  }

  /**
   * @param files those that the campaigns name
   */
  public static RuleBook of(CampaignGraph graph, FileSource files) {
    return of(List.of(graph), Conventions.DEFAULT, Map.of(), files);
  }

  private static RuleBook of(
      Collection<CampaignGraph> graphs,
      Conventions conventions,
      Map<CampaignId, Status> statuses,
      FileSource files) {
    Map<CampaignKey, Machine> machines = new HashMap<>();
    Map<CampaignId, Standing> standings = new HashMap<>();
    for (CampaignGraph graph : graphs) {
      var key = new CampaignKey(graph.id(), 1);
      machines.put(key, Languages.machine(key, graph, files));
      standings.put(graph.id(), new Standing(1, statuses.getOrDefault(graph.id(), Status.RUNNING)));
    }
    return book(machines, standings, conventions);
  }

  private static RuleBook book(
      Map<CampaignKey, Machine> machines,
      Map<CampaignId, Standing> standings,
      Conventions conventions) {
    return RuleBook.of(
        machines,
        standings,
        PlainRules.lexicon(machines.values()),
        new PlainRules(machines.values()),
        conventions,
        "plain");
  }

  /** The campaigns of all files in a folder of {@code src/test/resources}. */
  public static List<CampaignGraph> campaigns(String folder) {
    List<CampaignGraph> graphs = new ArrayList<>();
    try (var files = Files.newDirectoryStream(Path.of("src/test/resources", folder), "*.yaml")) {
      for (Path file : files) {
        graphs.add(Languages.campaign(Files.readString(file)));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return graphs;
  }
}

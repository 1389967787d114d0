package dev.campanile.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.engine.state.RuleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Two independent minds on the same sentences: whatever campaigns and whatever log, the engine,
 * with rules compiled by Drools, and the reference tell the same course.
 */
class AgreementProperties {

  /** How much more is tried than a build has time for. */
  private static final int ROUNDS = Integer.getInteger("agreement.rounds", 1);

  private static final Path CACHES = Path.of("target", "agreement");

  private static final List<String> RARE =
      List.of(
          "ended EXITED",
          "ended REACHED",
          "ended STOPPED",
          "entered by launch",
          "held",
          "moved by Aggregate since ENTRY",
          "moved by Aggregate since NODE",
          "moved by After",
          "moved by At",
          "moved by Always",
          "moved by Cron",
          "moved by During",
          "moved by Dwell",
          "moved by Enters",
          "moved by Exits",
          "moved by Inside",
          "moved by Settled",
          "moved by Split",
          "moved by Occurs",
          "moved by On",
          "moved by Profile",
          "moved by several happenings",
          "moved by a window",
          "moved when a pause ended",
          "reached",
          "refused ALREADY_ACTIVE",
          "refused AUDIENCE",
          "refused EXIT",
          "refused KEY_MISSING",
          "refused LIMIT",
          "refused RE_ENTRY",
          "refused SCHEDULE",
          "skipped",
          "withheld CAPPED",
          "withheld CONTROL",
          "withheld QUIET");

  private static final int GROUPS = 30;
  private static final int CAMPAIGNS = 7;
  private static final int LOGS = 52;

  private final Stage stage;
  private final Tallies tallies = new Tallies();
  private int groups;

  AgreementProperties() throws IOException {
    stage = new Stage(Files.createTempDirectory(Files.createDirectories(CACHES), "rules"));
  }

  /** Campaigns that are published together. */
  private record Group(List<Draft> drafts, List<CampaignGraph> campaigns, RuleBook book) {}

  @Property(tries = GROUPS, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void engineAndReferenceTellTheSameCourse(@ForAll("seeds") long seed) {
    for (int round = 0; round < ROUNDS; round++) {
      var dice = new Dice(new Random(seed + round));
      Group group = group(dice);
      dice.times(LOGS, new Log.Logs(dice)::log).forEach(log -> compare(group, log));
    }
    if (++groups == GROUPS) {
      theCasesWereNotVacuous();
    }
  }

  private void compare(Group group, Log log) {
    List<Step> byReference;
    try {
      byReference = Told.byReference(group.campaigns(), log);
    } catch (Reference.GoesRound endless) {
      tallies.add("logs on which a user goes round");
      return;
    }
    List<Step> byEngine = Told.byEngine(group.book(), log);
    for (CampaignGraph campaign : group.campaigns()) {
      tallies.add(campaign, log, Course.of(campaign, byReference));
    }
    if (!same(group.campaigns(), byReference, byEngine)) {
      throw new AssertionError(new Shrinking(stage).report(group.drafts(), log));
    }
  }

  private void theCasesWereNotVacuous() {
    System.out.println(tallies);
    assertThat(tallies.count("cases")).isGreaterThanOrEqualTo(10_000);
    // About half of what is usual: the shares are of a sample, and differ from one to the next.
    assertThat(tallies.share("entered")).as("entered").isGreaterThan(0.25);
    assertThat(tallies.share("moved")).as("moved").isGreaterThan(0.12);
    assertThat(tallies.share("moved by time")).as("moved by time").isGreaterThan(0.04);
    assertThat(tallies.share("late")).as("late").isGreaterThan(0.05);
    for (String rare : RARE) {
      assertThat(tallies.count(rare)).as(rare).isPositive();
    }
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs();
  }

  static boolean same(List<CampaignGraph> campaigns, List<Step> one, List<Step> other) {
    return campaigns.stream().allMatch(c -> Course.of(c, one).equals(Course.of(c, other)));
  }

  /** As many campaigns as can be published. */
  private Group group(Dice dice) {
    List<Draft> drafts = new ArrayList<>();
    List<CampaignGraph> campaigns = new ArrayList<>();
    while (campaigns.size() < CAMPAIGNS) {
      Draft draft = new Drafts(dice).draft("c" + campaigns.size());
      tallies.add("drafts");
      Optional<CampaignGraph> campaign = stage.read(draft.yaml());
      campaign.ifPresent(
          published -> {
            drafts.add(draft);
            campaigns.add(published);
          });
    }
    return new Group(drafts, campaigns, stage.book(campaigns));
  }
}

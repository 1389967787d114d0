package dev.campanile.translator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.campanile.adapter.s2.S2Geography;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Roster;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.testkit.InMemoryAttachments;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryCapsStore;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.TextCompiler;
import dev.campanile.translator.CampaignPublisher.Publication;
import dev.campanile.translator.check.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CampaignPublisherTest {

  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final CampaignId HELLO = new CampaignId("hello");
  private static final CampaignKey FIRST = new CampaignKey(HELLO, 1);
  private static final CampaignKey SECOND = new CampaignKey(HELLO, 2);

  private final Set<CampaignKey> inUse = new HashSet<>();
  private final InMemoryCampaignStore store = new InMemoryCampaignStore(inUse::contains);
  private final InMemoryCapsStore caps = new InMemoryCapsStore(store);
  private final InMemoryAttachments attachments = new InMemoryAttachments();
  private final AttachmentKeeper files = new AttachmentKeeper(attachments, Languages.attacher());
  private final TextCompiler compiler = new TextCompiler();
  private final RuleBookKeeper keeper =
      new RuleBookKeeper(
          store,
          caps,
          attachments,
          Languages.reader(),
          Languages.books(compiler),
          Conventions.DEFAULT);
  private final CampaignPublisher publisher =
      new CampaignPublisher(
          Languages.translator(new Checks(action -> List.of(), Languages.templates()), compiler)
              .with(files.latest()),
          store,
          keeper);

  @Test
  void opensTheFirstVersionAtOnce() {
    // when
    Publication publication = publisher.publish(hello("order.paid"), NOW);
    // then
    assertThat(publication).isEqualTo(new Publication.Published(FIRST, true, List.of()));
    assertThat(keeper.get().machines()).containsOnlyKeys(FIRST);
    assertThat(keeper.get().standings())
        .containsEntry(HELLO, new RuleBook.Standing(1, Status.RUNNING));
  }

  @Test
  void leavesEqualContentAloneWhateverItsLayout() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    RuleBook before = keeper.get();
    // when
    Publication again =
        publisher.publish("# a comment\n" + hello("order.paid"), NOW.plusSeconds(1));
    // then
    assertThat(again).isEqualTo(new Publication.Published(FIRST, false, List.of()));
    assertThat(keeper.get()).isSameAs(before);
  }

  @Test
  void replacesTheBookByAnotherWhenTheContentChanges() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    RuleBook before = keeper.get();
    // when
    Publication changed = publisher.publish(hello("order.sent"), NOW.plusSeconds(1));
    // then
    assertThat(changed).isEqualTo(new Publication.Published(SECOND, true, List.of()));
    assertThat(keeper.get().hash()).isNotEqualTo(before.hash());
    assertThat(keeper.get().standings().get(HELLO).version()).isEqualTo(2);
    assertThat(before.standings().get(HELLO).version()).isEqualTo(1);
  }

  @Test
  void keepsTheGoodVersionWhenTheNextIsBroken() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    RuleBook before = keeper.get();
    // when
    Publication refused = publisher.publish(hello("order.paid") + "gaol: {}\n", NOW);
    // then
    assertThat(refused).isInstanceOf(Publication.Refused.class);
    assertThat(keeper.get()).isSameAs(before);
    assertThat(store.version(SECOND)).isEmpty();
  }

  @Test
  void reportsRulesThatDoNotCompile() {
    // when
    Publication refused = publisher.publish(hello(TextCompiler.BROKEN), NOW);
    // then
    assertThat(refused)
        .asInstanceOf(type(Publication.Refused.class))
        .extracting(Publication.Refused::violations, list(Violation.class))
        .extracting(Violation::message)
        .containsExactly("Expected rules that compile, but: line 1: does-not-compile");
    assertThat(store.version(FIRST)).isEmpty();
  }

  @Test
  void keepsAFormerVersionWhileSomeoneIsInside() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    inUse.add(FIRST);
    // when
    publisher.publish(hello("order.sent"), NOW.plus(Duration.ofDays(1)));
    // then
    assertThat(keeper.get().machines()).containsOnlyKeys(FIRST, SECOND);
  }

  @Test
  void dropsAFormerVersionOnlyAfterAGrace() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    publisher.publish(hello("order.sent"), NOW.plusSeconds(1));
    keeper.refresh(NOW.plus(RuleBookKeeper.GRACE));
    assumeHeld(FIRST);
    // when
    keeper.refresh(NOW.plus(RuleBookKeeper.GRACE).plus(RuleBookKeeper.REREAD).plusSeconds(1));
    // then
    assertThat(keeper.get().machines()).containsOnlyKeys(SECOND);
  }

  @Test
  void learnsWithinAMinuteThatSomeoneIsInsideAVersionItDoesNotHold() {
    // given
    store.publish(HELLO, hello("order.paid"), Map.of(), "a", NOW);
    store.publish(HELLO, hello("order.sent"), Map.of(), "b", NOW);
    keeper.refresh(NOW);
    inUse.add(FIRST);
    // when
    boolean replaced = keeper.refresh(NOW.plus(RuleBookKeeper.REREAD));
    // then
    assertThat(replaced).isTrue();
    assertThat(keeper.get().machines()).containsOnlyKeys(FIRST, SECOND);
  }

  @Test
  void hearsOfPausesThroughTheStore() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    store.status(HELLO, Status.PAUSED, NOW);
    // when
    boolean replaced = keeper.refresh(NOW.plusSeconds(1));
    // then
    assertThat(replaced).isTrue();
    assertThat(keeper.get().standings().get(HELLO).status()).isEqualTo(Status.PAUSED);
  }

  @Test
  void leavesOutWhatItCannotRunAndSaysSo() {
    // given
    store.publish(HELLO, hello("order.paid"), Map.of(), "a", NOW);
    store.publish(
        new CampaignId("future"), "campaign: future\nteleport: true\n", Map.of(), "b", NOW);
    // when
    keeper.refresh(NOW);
    // then
    assertThat(keeper.get().machines()).containsOnlyKeys(FIRST);
    assertThat(keeper.unusable())
        .extracting(RuleBookKeeper.Unusable::campaign)
        .containsExactly(new CampaignKey(new CampaignId("future"), 1));
  }

  @Test
  void knowsAFormerVersionAgain() {
    // given
    publisher.publish(hello("order.paid"), NOW);
    publisher.publish(hello("order.sent"), NOW.plusSeconds(1));
    // when
    var former = publisher.superseded(hello("order.paid"));
    // then
    assertThat(former).contains(FIRST);
    assertThat(publisher.superseded(hello("order.sent"))).isEmpty();
    assertThat(publisher.superseded(hello("order.lost"))).isEmpty();
  }

  @Test
  void goesBackToTheFilesOfAnEarlierVersion() {
    // given
    files.keep("users.csv", "anna", NOW);
    publisher.publish(helloTo("users.csv"), NOW);
    files.keep("users.csv", "ben", NOW);
    publisher.publish(helloTo("users.csv"), NOW.plusSeconds(1));
    FileSource then = keeper.pinned(store.version(FIRST).orElseThrow());
    // when
    Publication back = publisher.publish(helloTo("users.csv"), then, NOW.plusSeconds(2));
    Publication again = publisher.publish(helloTo("users.csv"), then, NOW.plusSeconds(3));
    // then
    CampaignKey third = new CampaignKey(HELLO, 3);
    assertThat(back).isEqualTo(new Publication.Published(third, true, List.of()));
    assertThat(again).isEqualTo(new Publication.Published(third, false, List.of()));
    assertThat(store.version(third).orElseThrow().hash())
        .isEqualTo(store.version(FIRST).orElseThrow().hash());
    // the folder, which still has the latest list, would not undo it at the start
    assertThat(publisher.superseded(helloTo("users.csv"))).contains(SECOND);
  }

  @Test
  void pinsTheFilesThatACampaignNames() {
    // given
    files.keep("users.csv", "anna", NOW);
    publisher.publish(helloTo("users.csv"), NOW);
    // when
    files.keep("users.csv", "ben", NOW);
    // then
    assertThat(anotherKeeper().get().machines().get(FIRST).attached().rosters().get("users.csv"))
        .matches(roster -> roster.contains(new UserId("anna")))
        .matches(roster -> !roster.contains(new UserId("ben")));
  }

  @Test
  void makesANewVersionOfTheSameTextWhereAFileHasChanged() {
    // given
    files.keep("users.csv", "anna", NOW);
    publisher.publish(helloTo("users.csv"), NOW);
    files.keep("users.csv", "ben", NOW);
    // when
    Publication again = publisher.publish(helloTo("users.csv"), NOW.plusSeconds(1));
    // then
    assertThat(again).isEqualTo(new Publication.Published(SECOND, true, List.of()));
    assertThat(publisher.publish(helloTo("users.csv"), NOW.plusSeconds(2)))
        .isEqualTo(new Publication.Published(SECOND, false, List.of()));
  }

  @Test
  void refusesACampaignWhoseListIsMissing() {
    // when
    Publication refused = publisher.publish(helloTo("users.csv"), NOW);
    // then
    assertThat(((Publication.Refused) refused).violations())
        .extracting(Violation::element, Violation::advice)
        .containsExactly(
            tuple(
                "audience.list",
                "Maybe PUT it to /v1/attachments/users.csv, or save it in the folder of the"
                    + " campaign."));
  }

  @Test
  void parsesAListOnceForAllVersionsThatNameIt() {
    // given
    var parsed = new AtomicInteger();
    var attacher =
        new Attacher(
            new S2Geography(),
            csv -> {
              parsed.incrementAndGet();
              return new Roster(List.of(new UserId(csv)));
            });
    var graph = Languages.campaign(helloTo("users.csv"));
    FileSource users = FileSource.of(name -> Optional.of("anna"));
    // when
    attacher.attach(graph, users);
    attacher.attach(graph, users);
    // then
    assertThat(parsed).hasValue(1);
  }

  private RuleBookKeeper anotherKeeper() {
    var another =
        new RuleBookKeeper(
            store,
            caps,
            attachments,
            Languages.reader(),
            Languages.books(compiler),
            Conventions.DEFAULT);
    another.refresh(NOW);
    return another;
  }

  private static String helloTo(String list) {
    return hello("order.paid") + "audience: { list: %s }\n".formatted(list);
  }

  private void assumeHeld(CampaignKey key) {
    org.assertj.core.api.Assumptions.assumeThat(keeper.get().machines()).containsKey(key);
  }

  private static String hello(String type) {
    return """
        campaign: hello
        entry: [ { when: [["event %s"]], to: greet } ]
        nodes: { greet: { actions: [ {log: {text: hi}} ] } }
        """
        .formatted(type);
  }
}

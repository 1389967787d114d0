package dev.campanile.adapter.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.AuditLog.Entry;
import dev.campanile.access.AuditLog.Search;
import dev.campanile.campaign.Action;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.testkit.InMemoryAttachments;
import dev.campanile.testkit.InMemoryAuditLog;
import dev.campanile.testkit.InMemoryCampaignStore;
import dev.campanile.testkit.InMemoryCapsStore;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.TextCompiler;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.Rejections.Rejection;
import dev.campanile.translator.RuleBookKeeper;
import dev.campanile.translator.check.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CampaignFolderTest {

  private static final CampaignId HELLO = new CampaignId("hello");

  private final Set<String> pools = ConcurrentHashMap.newKeySet();
  private final InMemoryCampaignStore store = new InMemoryCampaignStore(key -> false);
  private final InMemoryCapsStore caps = new InMemoryCapsStore(store);
  private final InMemoryAttachments attachments = new InMemoryAttachments();
  private final AttachmentKeeper attachmentKeeper =
      new AttachmentKeeper(attachments, Languages.attacher());
  private final InMemoryAuditLog audit = new InMemoryAuditLog();
  private final List<CampaignFolder> opened = new ArrayList<>();
  private CampaignPublisher publisher;
  private CapsPublisher capsPublisher;

  @TempDir Path folder;

  @BeforeEach
  void wire() {
    var compiler = new TextCompiler();
    var keeper =
        new RuleBookKeeper(
            store,
            caps,
            attachments,
            Languages.reader(),
            Languages.books(compiler),
            Conventions.DEFAULT);
    var checks = new Checks(this::problems, Languages.templates());
    var translator = Languages.translator(checks, compiler).with(attachmentKeeper.latest());
    publisher = new CampaignPublisher(translator, store, keeper);
    capsPublisher = new CapsPublisher(translator, caps, keeper);
  }

  @AfterEach
  void close() {
    opened.forEach(CampaignFolder::close);
  }

  @Test
  void bringsFrequencyCapsIntoForce() throws IOException {
    // given
    save("caps.yaml", "caps: [ {channel: log, count: 1, per: day} ]");
    save("hello.yaml", hello("order.paid"));
    // when
    open();
    // then
    assertThat(caps.latest().map(one -> one.version())).contains(1);
    assertThat(capsPublisher.superseded("caps: []")).isEmpty();
  }

  @Test
  void keepsGoodCapsWhereTheFileIsBroken() throws IOException {
    // given
    save("caps.yaml", "caps: [ {channel: log, count: 1, per: day} ]");
    var watched = open();
    // when
    save("caps.yaml", "caps: [ {channel: log, count: 0, per: day} ]");
    // then
    withinTwoSeconds().until(() -> !watched.rejections().isEmpty());
    assertThat(caps.versions()).hasSize(1);
  }

  @Test
  void publishesWhatIsThereAtTheStart() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    // when
    open();
    // then
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void writesDownWhatItPublishes() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    save("users.csv", "user\nanna\n");
    save("caps.yaml", "caps: [ {channel: log, count: 1, per: day} ]");
    open();
    // when
    save("hello.yaml", hello("order.sent"));
    withinTwoSeconds().until(() -> version() == 2);
    // then
    List<Change> changes = changes();
    assertThat(changes)
        .extracting(Change::action)
        .containsExactlyInAnyOrder(
            "attachment.upload", "caps.publish", "campaign.publish", "campaign.publish");
    assertThat(changes).extracting(Change::who).containsOnly("campanile");
    assertThat(changes.getFirst().before()).isEqualTo("hello@1");
    assertThat(changes.getFirst().after()).isEqualTo("hello@2 from hello.yaml");
  }

  @Test
  void writesNothingDownWhereNothingHasChanged() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    open();
    // when
    open();
    // then
    assertThat(changes()).hasSize(1);
  }

  private List<Change> changes() {
    return audit
        .search(new Search(Optional.empty(), 10, Optional.empty(), Optional.empty()))
        .stream()
        .map(Entry::change)
        .toList();
  }

  @Test
  void publishesWhatIsSavedWithinTwoSeconds() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    open();
    // when
    save("hello.yaml", hello("order.sent"));
    // then
    withinTwoSeconds().until(() -> version() == 2);
  }

  @Test
  void publishesWhatAnEditorPutsInPlace() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    open();
    Path written = save(".hello.yaml.swp", hello("order.sent"));
    // when
    Files.move(
        written,
        folder.resolve("hello.yaml"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    // then
    withinTwoSeconds().until(() -> version() == 2);
  }

  @Test
  void keepsTheGoodVersionAndNamesThePlaceWhenAFileBreaks() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    CampaignFolder watched = open();
    // when
    save("hello.yaml", hello("order.paid") + "gaol: {}\n");
    // then
    withinTwoSeconds().until(() -> !watched.rejections().isEmpty());
    Rejection rejection = watched.rejections().getFirst();
    assertThat(rejection.file()).endsWith("hello.yaml");
    assertThat(rejection.violations())
        .extracting(Violation::place)
        .containsExactly(new Place(4, 1));
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void forgetsAProblemThatIsMended() throws IOException {
    // given
    save("hello.yaml", "campaign: hello\n");
    CampaignFolder watched = open();
    // when
    save("hello.yaml", hello("order.paid"));
    // then
    withinTwoSeconds().until(() -> watched.rejections().isEmpty());
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void leavesTheCampaignOfADeletedFileOpen() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    open();
    save("other.yaml", hello("order.sent").replace("hello", "other"));
    // when
    Files.delete(folder.resolve("hello.yaml"));
    // then
    withinTwoSeconds().until(() -> store.shelf().campaigns().size() == 2);
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void publishesACampaignFromOneFileOnly() throws IOException {
    // given
    save("a.yaml", hello("order.paid"));
    save("b.yaml", hello("order.sent"));
    // when
    CampaignFolder watched = open();
    // then
    assertThat(version()).isEqualTo(1);
    assertThat(watched.rejections())
        .flatExtracting(Rejection::violations)
        .extracting(Violation::message)
        .containsExactly("Expected one file for each campaign, but 'hello' stands in a.yaml, too.");
  }

  @Test
  void leavesScenariosAlone() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    save("hello.scenario.yaml", hello("order.sent"));
    // when
    CampaignFolder watched = open();
    // then
    assertThat(version()).isEqualTo(1);
    assertThat(watched.rejections()).isEmpty();
  }

  @Test
  void doesNotBringAFormerVersionBackAtTheStart() throws IOException {
    // given
    save("hello.yaml", hello("order.paid"));
    publisher.publish(hello("order.paid"), Instant.EPOCH);
    publisher.publish(hello("order.sent"), Instant.EPOCH);
    // when
    CampaignFolder watched = open();
    // then
    assertThat(version()).isEqualTo(2);
    assertThat(watched.rejections()).hasSize(1);
  }

  @Test
  void readsPoolsBeforeTheCampaignsThatDrawFromThem() throws IOException {
    // given
    save("a.yaml", hello("order.paid").replace("log: {text: hi}", "coupon: {pool: SPRING}"));
    save("pools.yaml", "SPRING");
    // when
    CampaignFolder watched = open();
    // then
    assertThat(watched.rejections()).isEmpty();
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void triesAgainWhatMayHaveBecomeRight() throws IOException {
    // given
    save("a.yaml", hello("order.paid").replace("log: {text: hi}", "coupon: {pool: SPRING}"));
    open();
    // when
    pools.add("SPRING");
    // then
    await().atMost(Duration.ofSeconds(10)).until(() -> version() == 1);
  }

  @Test
  void uploadsListsBeforeTheCampaignsThatNameThem() throws IOException {
    // given
    save("hello.yaml", helloTo("users.csv"));
    save("users.csv", "anna\n");
    // when
    CampaignFolder watched = open();
    // then
    assertThat(watched.rejections()).isEmpty();
    assertThat(attachments.named("users.csv")).isPresent();
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void publishesACampaignAgainWhenAListThatItNamesIsSaved() throws IOException {
    // given
    save("hello.yaml", helloTo("users.csv"));
    save("users.csv", "anna\n");
    open();
    // when
    save("users.csv", "anna\nben\n");
    // then
    withinTwoSeconds().until(() -> version() == 2);
  }

  @Test
  void namesThePlaceWhereAListIsMissing() throws IOException {
    // given
    save("hello.yaml", helloTo("users.csv"));
    // when
    CampaignFolder watched = open();
    // then
    assertThat(watched.rejections())
        .flatExtracting(Rejection::violations)
        .extracting(Violation::place, Violation::message)
        .containsExactly(
            tuple(
                new Place(4, 19),
                "Expected a file that was uploaded or stands beside the campaign,"
                    + " but there is no 'users.csv'."));
  }

  @Test
  void keepsTheGoodListWhenItsFileBreaks() throws IOException {
    // given
    save("hello.yaml", helloTo("users.csv"));
    save("users.csv", "user,name\nanna,Anna\n");
    CampaignFolder watched = open();
    // when
    save("users.csv", "user,name\n,Anna\n");
    // then
    withinTwoSeconds().until(() -> !watched.rejections().isEmpty());
    assertThat(watched.rejections().getFirst().violations())
        .extracting(Violation::message)
        .containsExactly("Expected a list of users in 'users.csv', but line 2 names no user.");
    assertThat(version()).isEqualTo(1);
  }

  @Test
  void doesNotBringAFormerListBackAtTheStart() throws IOException {
    // given
    save("hello.yaml", helloTo("users.csv"));
    save("users.csv", "anna\n");
    attachmentKeeper.keep("users.csv", "anna\n", Instant.EPOCH);
    attachmentKeeper.keep("users.csv", "ben\n", Instant.EPOCH);
    // when
    CampaignFolder watched = open();
    // then
    assertThat(watched.rejections()).hasSize(1);
    assertThat(attachments.named("users.csv").orElseThrow().hash())
        .isEqualTo(Hashes.sha256("ben\n"));
  }

  @Test
  void watchesAFolderThatComesLater() throws IOException {
    // given
    Path later = folder.resolve("later");
    open(later);
    Files.createDirectory(later);
    // when
    Files.writeString(later.resolve("hello.yaml"), hello("order.paid"));
    // then
    withinTwoSeconds().until(() -> version() == 1);
  }

  private List<String> problems(Action action) {
    return action.kind().equals("coupon") && !pools.contains("SPRING")
        ? List.of("Expected a coupon pool, but there is none.")
        : List.of();
  }

  private CampaignFolder open() {
    return open(folder);
  }

  private CampaignFolder open(Path path) {
    Pools ensured =
        (text, filled, now) -> {
          pools.add(text);
          return List.of();
        };
    var watched =
        new CampaignFolder(
            path,
            Languages.reader(),
            publisher,
            attachmentKeeper,
            capsPublisher,
            ensured,
            audit,
            Clock.systemUTC());
    watched.start();
    opened.add(watched);
    return watched;
  }

  private static ConditionFactory withinTwoSeconds() {
    return await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(2));
  }

  private int version() {
    return store.shelf().campaigns().stream()
        .filter(listing -> listing.id().equals(HELLO))
        .mapToInt(listing -> listing.version())
        .findFirst()
        .orElse(0);
  }

  private Path save(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String helloTo(String list) {
    return hello("order.paid") + "audience: { list: %s }\n".formatted(list);
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

package dev.campanile.contract;

import static dev.campanile.testkit.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Attachments.Attachment;
import dev.campanile.engine.warehouse.Hashes;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every keeper of attachments does. */
abstract class AttachmentsContract {

  private static final String NAME = "users.csv";
  private static final Instant LATER = NOON.plusSeconds(60);

  private Attachments attachments;

  abstract Attachments empty();

  @BeforeEach
  void begin() {
    attachments = empty();
  }

  @Test
  void beginsEmpty() {
    assertThat(attachments.all()).isEmpty();
    assertThat(attachments.named(NAME)).isEmpty();
    assertThat(attachments.text(NAME, Hashes.sha256(""))).isEmpty();
  }

  @Test
  void keepsATextUnderItsName() {
    // when
    Attachment kept = attachments.keep(NAME, "user\nännä\n", NOON);
    // then
    assertThat(kept).isEqualTo(new Attachment(NAME, Hashes.sha256("user\nännä\n"), 10, NOON));
    assertThat(attachments.named(NAME)).contains(kept);
    assertThat(attachments.text(NAME, kept.hash())).contains("user\nännä\n");
  }

  @Test
  void keepsFormerTextsAndNamesTheLatest() {
    // given
    Attachment first = attachments.keep(NAME, "anna", NOON);
    // when
    Attachment second = attachments.keep(NAME, "ben", LATER);
    // then
    assertThat(attachments.named(NAME)).contains(second);
    assertThat(attachments.text(NAME, first.hash())).contains("anna");
    assertThat(attachments.text(NAME, second.hash())).contains("ben");
  }

  @Test
  void changesNothingWhereTheLatestIsKeptAgain() {
    // given
    Attachment first = attachments.keep(NAME, "anna", NOON);
    // when
    Attachment again = attachments.keep(NAME, "anna", LATER);
    // then
    assertThat(again).isEqualTo(first);
    assertThat(attachments.all()).containsExactly(first);
  }

  @Test
  void makesAFormerTextTheLatestAgain() {
    // given
    attachments.keep(NAME, "anna", NOON);
    attachments.keep(NAME, "ben", NOON);
    // when
    Attachment again = attachments.keep(NAME, "anna", LATER);
    // then
    assertThat(attachments.named(NAME)).contains(again);
    assertThat(again.keptAt()).isEqualTo(LATER);
  }

  @Test
  void knowsATextOnlyByTheNamesThatItBore() {
    // given
    Attachment users = attachments.keep(NAME, "anna", NOON);
    // when
    Attachment vips = attachments.keep("vips.csv", "anna", LATER);
    attachments.keep("area.geojson", "{}", LATER);
    // then
    assertThat(vips.hash()).isEqualTo(users.hash());
    assertThat(attachments.text("area.geojson", users.hash())).isEmpty();
    assertThat(attachments.all())
        .extracting(Attachment::name)
        .containsExactly("area.geojson", NAME, "vips.csv");
  }

  @Test
  void keepsWhatManyBringAtOnce() throws Exception {
    // given
    List<Callable<Attachment>> tasks =
        IntStream.range(0, 16)
            .<Callable<Attachment>>mapToObj(
                i -> () -> attachments.keep(NAME, "text " + i % 4, NOON))
            .toList();
    // when
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var task : threads.invokeAll(tasks)) {
        task.get();
      }
    }
    // then
    for (int i = 0; i < 4; i++) {
      assertThat(attachments.text(NAME, Hashes.sha256("text " + i))).contains("text " + i);
    }
    assertThat(attachments.all()).hasSize(1);
  }
}

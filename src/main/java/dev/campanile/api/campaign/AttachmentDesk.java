package dev.campanile.api.campaign;

import dev.campanile.api.http.Problem;
import dev.campanile.api.http.Texts;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Attachments.Attachment;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.AttachmentKeeper.Keeping;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Takes in and shows the files that campaigns name. Thread-safe. */
public final class AttachmentDesk {

  private final AttachmentKeeper keeper;
  private final Attachments attachments;
  private final Clock clock;

  public AttachmentDesk(AttachmentKeeper keeper, Attachments attachments, Clock clock) {
    this.keeper = keeper;
    this.attachments = attachments;
    this.clock = clock;
  }

  List<Attachment> all() {
    return attachments.all();
  }

  /** Reads all of it, which takes long for a large one. */
  void requireSound(String name, String text) {
    keeper
        .problem(name, text)
        .ifPresent(
            problem -> {
              throw Problem.of(422, "invalid-attachment", "The file was refused", problem)
                  .exception();
            });
  }

  /** Keeps what is sound. */
  Keeping.Kept keep(String name, String text) {
    return keeper.keepSound(name, text, clock.instant());
  }

  Optional<Attachment> latest(String name) {
    return attachments.named(name);
  }

  Attachment named(String name) {
    return latest(name)
        .orElseThrow(
            () ->
                Problem.notFound("There is no attachment '%s'.".formatted(Texts.excerpt(name)))
                    .exception());
  }

  String text(Attachment attachment) {
    return attachments.text(attachment.name(), attachment.hash()).orElseThrow();
  }
}

package dev.campanile.translator;

import dev.campanile.campaign.FileNames;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.Attachments.Attachment;
import dev.campanile.engine.warehouse.Hashes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The one way by which the files that campaigns name come in: what is not what its name says is
 * refused. Thread-safe.
 */
public final class AttachmentKeeper {

  /** A million users of 60 characters. */
  public static final int MOST_OF_LIST = 64 << 20;

  public static final int MOST_OF_OUTLINE = 8 << 20;

  /** What keeping comes to. */
  public sealed interface Keeping {

    /** It is the latest of its name; {@code changed} is false where it was so before. */
    record Kept(Attachment attachment, boolean changed) implements Keeping {}

    /** Nothing has changed: "Expected …, but …", perhaps with a line of advice. */
    record Refused(String problem) implements Keeping {}
  }

  private final Attachments attachments;
  private final Attacher attacher;

  public AttachmentKeeper(Attachments attachments, Attacher attacher) {
    this.attachments = attachments;
    this.attacher = attacher;
  }

  /** Whether a file of this name may be kept. */
  public static boolean keeps(String name) {
    return FileNames.ofList(name) || FileNames.ofOutline(name);
  }

  public static int most(String name) {
    return FileNames.ofList(name) ? MOST_OF_LIST : MOST_OF_OUTLINE;
  }

  public Keeping keep(String name, String text, Instant now) {
    return problem(name, text)
        .<Keeping>map(Keeping.Refused::new)
        .orElseGet(() -> keepSound(name, text, now));
  }

  /** Whether a name has stood for this text before and stands for another one now. */
  public boolean superseded(String name, String text) {
    String hash = Hashes.sha256(text);
    return attachments.named(name).filter(latest -> !latest.hash().equals(hash)).isPresent()
        && attachments.text(name, hash).isPresent();
  }

  /** The latest of each name. */
  public FileSource latest() {
    return name ->
        attachments
            .named(name)
            .map(
                latest ->
                    new FileSource.File(
                        latest.hash(), () -> attachments.text(name, latest.hash()).orElseThrow()));
  }

  /** Keeps what has no {@link #problem}. */
  public Keeping.Kept keepSound(String name, String text, Instant now) {
    Optional<Attachment> former = attachments.named(name);
    Attachment latest = attachments.keep(name, text, now.truncatedTo(ChronoUnit.MICROS));
    return new Keeping.Kept(latest, !former.equals(Optional.of(latest)));
  }

  /** Why it may not be kept: "Expected …, but …", perhaps with a line of advice. */
  public Optional<String> problem(String name, String text) {
    if (!keeps(name)) {
      return Optional.of(
          """
          Expected a file such as users.csv or area.geojson, but got '%s'.
          Maybe use letters, digits, '-', '_' and '.' only, at most 100."""
              .formatted(name));
    }
    if (text.length() > most(name)) {
      return Optional.of(
          "Expected at most %d characters in '%s', but there are %d."
              .formatted(most(name), name, text.length()));
    }
    return text.indexOf('\0') >= 0
        ? Optional.of("Expected text in '%s', but there is a NUL in it.".formatted(name))
        : attacher.problem(name, FileSource.File.of(text));
  }
}

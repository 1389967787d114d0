package dev.campanile.adapter.folder;

import dev.campanile.access.AuditLog;
import dev.campanile.access.AuditLog.Change;
import dev.campanile.access.Caller;
import dev.campanile.adapter.folder.FolderFile.State;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.AttachmentKeeper.Keeping;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CampaignPublisher.Publication;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.FileSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Publishes the text of one file and says what came of it, each thing once. */
final class FilePublisher {

  static final String POOLS = "pools.yaml";
  static final String CAPS = "caps.yaml";

  private static final Logger LOG = Logger.getLogger(FilePublisher.class);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final CampaignReader reader;
  private final CampaignPublisher publisher;
  private final AttachmentKeeper attachments;
  private final CapsPublisher caps;
  private final Pools pools;
  private final AuditLog audit;
  private final BiFunction<CampaignId, Path, Optional<Path>> others;

  /**
   * @param others which file other than this one has a campaign
   */
  FilePublisher(
      CampaignReader reader,
      CampaignPublisher publisher,
      AttachmentKeeper attachments,
      CapsPublisher caps,
      Pools pools,
      AuditLog audit,
      BiFunction<CampaignId, Path, Optional<Path>> others) {
    this.reader = reader;
    this.publisher = publisher;
    this.attachments = attachments;
    this.caps = caps;
    this.pools = pools;
    this.audit = audit;
    this.others = others;
  }

  /**
   * @param found whether it was there when the service started, rather than saved since
   */
  State publish(Path path, State former, String text, boolean found, Instant now) {
    boolean attached = isAttachment(path);
    Optional<CampaignId> id = attached ? Optional.empty() : id(text);
    List<Violation> violations;
    try {
      violations =
          switch (path.getFileName().toString()) {
            case POOLS -> audit.whole(() -> ensured(path, text, now));
            case CAPS -> caps(path, text, found, now);
            default ->
                attached ? keep(path, text, found, now) : campaign(path, id, text, found, now);
          };
    } catch (RuntimeException | StackOverflowError storeOrCompiler) {
      LOG.debugf(storeOrCompiler, "%s was not published.", path);
      violations = error("Expected to publish it, but: " + storeOrCompiler.getMessage());
    }
    return state(path, former, text, id, violations, now);
  }

  /** Whether a file is one that campaigns may name. */
  static boolean isAttachment(Path path) {
    return AttachmentKeeper.keeps(path.getFileName().toString());
  }

  /** What is kept of a text to know it again: lists of users are large. */
  static String mark(Path path, String text) {
    return isAttachment(path) ? Hashes.sha256(text) : text;
  }

  /** Whether the campaign of a text names a file. */
  boolean names(String text, String file) {
    return reader.graph(text).filter(graph -> graph.files().contains(file)).isPresent();
  }

  /** What came of a file whose text cannot be had. */
  State unreadable(Path path, State former, String reason, Instant now) {
    return state(path, former, "", Optional.empty(), error(reason), now);
  }

  private List<Violation> campaign(
      Path path, Optional<CampaignId> id, String text, boolean found, Instant now) {
    Optional<Path> other = id.flatMap(campaign -> others.apply(campaign, path));
    if (other.isPresent()) {
      return error(
          "Expected one file for each campaign, but '%s' stands in %s, too."
              .formatted(id.get(), other.get().getFileName()));
    }
    Optional<CampaignKey> former = found ? publisher.superseded(text) : Optional.empty();
    return former.isPresent() ? superseded(former.get()) : publish(path, text, now);
  }

  private List<Violation> keep(Path path, String text, boolean found, Instant now) {
    String name = path.getFileName().toString();
    if (found && attachments.superseded(name, text)) {
      return warning(
          "Expected the latest content of '%s', but this is a former one.".formatted(name),
          "Maybe save it again to upload it.");
    }
    return switch (audit.whole(() -> kept(path, name, text, now))) {
      case Keeping.Refused(String problem) -> {
        String[] lines = problem.split("\\R", 2);
        yield List.of(Violation.error(Place.START, "", lines[0], lines.length > 1 ? lines[1] : ""));
      }
      case Keeping.Kept kept -> {
        if (kept.changed()) {
          LOG.infof("%s is uploaded.", path);
        }
        yield List.of();
      }
    };
  }

  private Keeping kept(Path path, String name, String text, Instant now) {
    Optional<String> before = attachments.latest().named(name).map(FileSource.File::hash);
    Keeping keeping = attachments.keep(name, text, now);
    if (keeping instanceof Keeping.Kept kept && kept.changed()) {
      record(path, "attachment.upload", name, before, kept.attachment().hash(), now);
    }
    return keeping;
  }

  private List<Violation> ensured(Path path, String text, Instant now) {
    List<String> filled = new ArrayList<>();
    List<Violation> violations = pools.ensure(text, filled::add, now);
    filled.forEach(pool -> record(path, "coupons.add", pool, Optional.empty(), "a new pool", now));
    return violations;
  }

  /** Whoever may write into the folder is known to the machine alone. */
  private void record(
      Path path,
      String action,
      String subject,
      Optional<String> before,
      String after,
      Instant now) {
    String from = "%s from %s".formatted(after, path.getFileName());
    audit.record(
        new Change(
            now,
            Caller.SERVICE.who(),
            Caller.SERVICE.by(),
            action,
            subject,
            before.orElse(null),
            from));
  }

  private List<Violation> caps(Path path, String text, boolean found, Instant now) {
    if (found && caps.superseded(text).isPresent()) {
      return warning(
          "Expected the caps that are in force, but these are former ones.",
          "Maybe save the file again to publish it.");
    }
    return switch (caps.publish(text, now, (before, after) -> saw(path, before, after, now))) {
      case CapsPublisher.Publication.Refused(var violations) -> violations;
      case CapsPublisher.Publication.Published(var version, var changed, var warnings) -> {
        if (changed) {
          LOG.infof("%s is in force: version %d.", path, version.version());
        }
        yield warnings;
      }
    };
  }

  private List<Violation> publish(Path path, String text, Instant now) {
    return switch (publisher.publish(text, now, (before, after) -> saw(path, before, after, now))) {
      case Publication.Refused(var violations) -> violations;
      case Publication.Published(var key, var changed, var warnings) -> {
        if (changed) {
          LOG.infof("%s is live: %s.", path, key);
        }
        yield warnings;
      }
    };
  }

  private void saw(Path path, Optional<CampaignKey> before, CampaignKey after, Instant now) {
    if (!before.equals(Optional.of(after))) {
      var former = before.map(CampaignKey::toString);
      record(path, "campaign.publish", after.id().text(), former, after.toString(), now);
    }
  }

  private void saw(
      Path path, Optional<CapsStore.Version> before, CapsStore.Version after, Instant now) {
    if (!before.equals(Optional.of(after))) {
      record(path, "caps.publish", "caps", before.map(CapsStore.Version::yaml), after.yaml(), now);
    }
  }

  private State state(
      Path path,
      State former,
      String text,
      Optional<CampaignId> id,
      List<Violation> violations,
      Instant now) {
    if (!violations.equals(former.violations())) {
      violations.forEach(violation -> tell(path, violation));
    }
    String mark = mark(path, text);
    boolean refused = violations.stream().anyMatch(v -> v.severity() == Severity.ERROR);
    // A file that is broken for a while keeps its campaign, or else a copy beside it would go live.
    return refused
        ? new State(mark, former.campaign(), violations, now.plus(AGAIN))
        : new State(mark, id, violations, Instant.MAX);
  }

  private static void tell(Path path, Violation violation) {
    var level =
        switch (violation.severity()) {
          case ERROR -> Logger.Level.ERROR;
          case WARNING -> Logger.Level.WARN;
          case NOTE -> Logger.Level.INFO;
        };
    String advice = violation.advice().isEmpty() ? "" : " " + violation.advice();
    LOG.logf(level, "%s:%s: %s%s", path, violation.place(), violation.message(), advice);
  }

  private Optional<CampaignId> id(String text) {
    return reader.graph(text).map(CampaignGraph::id);
  }

  private static List<Violation> superseded(CampaignKey former) {
    return warning(
        "Expected the version that is open, but this is %s, and a later one is open."
            .formatted(former),
        "Maybe save it again to publish it.");
  }

  private static List<Violation> warning(String message, String advice) {
    return List.of(
        new Violation(Concern.READING, Severity.WARNING, Place.START, "", message, advice));
  }

  private static List<Violation> error(String message) {
    return List.of(Violation.error(Place.START, "", message, ""));
  }
}

package dev.campanile.translator;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CapsReader;
import dev.campanile.campaign.text.CapsText;
import dev.campanile.campaign.text.Reading;
import dev.campanile.engine.state.Conventions;
import dev.campanile.engine.state.RuleBook;
import dev.campanile.engine.state.RuleBook.Standing;
import dev.campanile.engine.state.RuleBook.Status;
import dev.campanile.engine.warehouse.Attachments;
import dev.campanile.engine.warehouse.CampaignStore;
import dev.campanile.engine.warehouse.CampaignStore.Listing;
import dev.campanile.engine.warehouse.CampaignStore.Shelf;
import dev.campanile.engine.warehouse.CampaignStore.Version;
import dev.campanile.engine.warehouse.CapsStore;
import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.translator.check.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Holds the rule book in force, and replaces it by one reference when the store has moved on.
 *
 * <p>{@link #get()} never waits; {@link #refresh} compiles what is new in the thread that calls it.
 * Thread-safe.
 */
public final class RuleBookKeeper implements Supplier<RuleBook> {

  /**
   * A version stays in the book for so long after the store has let go of it: a batch that an older
   * book judges may have just let someone in.
   */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** How often the store is read though its revision has not moved, to learn who is inside. */
  static final Duration REREAD = Duration.ofMinutes(1);

  /** A version that the store has and this program cannot run. */
  public record Unusable(CampaignKey campaign, String reason) {}

  private record Installed(RuleBooks.Compiled compiled, String hash, Instant lastSeen) {}

  private final CampaignStore store;
  private final CapsStore capsStore;
  private final Attachments attachments;
  private final CampaignReader reader;
  private final RuleBooks books;
  private final Conventions conventions;
  private final AtomicReference<RuleBook> current;
  private final Map<CampaignKey, Installed> installed = new TreeMap<>();
  private volatile List<Unusable> unusable = List.of();
  private long revision = -1;
  private Instant lastRead = Instant.MIN;

  public RuleBookKeeper(
      CampaignStore store,
      CapsStore capsStore,
      Attachments attachments,
      CampaignReader reader,
      RuleBooks books,
      Conventions conventions) {
    this.store = store;
    this.capsStore = capsStore;
    this.attachments = attachments;
    this.reader = reader;
    this.books = books;
    this.conventions = conventions;
    this.current =
        new AtomicReference<>(books.compose(List.of(), Map.of(), conventions, Hashes.sha256("")));
  }

  @Override
  public RuleBook get() {
    return current.get();
  }

  /** The book as it would be if a version were published now: open, and running. */
  public synchronized RuleBook with(RuleBooks.Compiled candidate) {
    CampaignKey key = candidate.machine().key();
    List<RuleBooks.Compiled> campaigns = new ArrayList<>();
    installed.values().forEach(one -> campaigns.add(one.compiled()));
    campaigns.add(candidate);
    Map<CampaignId, Standing> standings = new HashMap<>(current.get().standings());
    standings.merge(
        key.id(),
        new Standing(key.version(), Status.RUNNING),
        (now, then) -> new Standing(then.version(), then.status(), now.pauses()));
    return books
        .compose(campaigns, standings, conventions, "candidate " + key)
        .with(current.get().caps());
  }

  /** Stored versions that were left out of the book. */
  public List<Unusable> unusable() {
    return unusable;
  }

  /** Takes over what the store has; true where there is a new book. */
  public synchronized boolean refresh(Instant now) {
    boolean moved = store.revision() != revision;
    if (!moved && now.isBefore(lastRead.plus(REREAD))) {
      return false;
    }
    Shelf shelf = store.shelf();
    install(shelf.versions(), now);
    Map<CampaignId, Standing> standings =
        shelf.campaigns().stream().collect(Collectors.toMap(Listing::id, RuleBookKeeper::standing));
    revision = shelf.revision();
    lastRead = now;
    return replace(standings);
  }

  private boolean replace(Map<CampaignId, Standing> standings) {
    Caps caps = caps();
    String hash = hash(standings, caps);
    if (hash.equals(current.get().hash())) {
      return false;
    }
    List<RuleBooks.Compiled> campaigns =
        installed.values().stream().map(Installed::compiled).toList();
    current.set(books.compose(campaigns, standings, conventions, hash).with(caps));
    return true;
  }

  private Caps caps() {
    return capsStore
        .latest()
        .map(version -> reader.caps(version.yaml()))
        .filter(CapsReader.Told.Read.class::isInstance)
        .map(told -> ((CapsReader.Told.Read) told).caps())
        .orElse(Caps.NONE);
  }

  private void install(List<Version> versions, Instant now) {
    Map<CampaignKey, String> reasons = new TreeMap<>();
    Map<CampaignKey, Installed> seen = new HashMap<>();
    for (Version version : versions) {
      Installed known = installed.get(version.key());
      if (known != null) {
        seen.put(version.key(), new Installed(known.compiled(), known.hash(), now));
      } else {
        compile(version, now, seen, reasons);
      }
    }
    installed.putAll(seen);
    installed.values().removeIf(old -> old.lastSeen().isBefore(now.minus(GRACE)));
    unusable =
        reasons.entrySet().stream().map(e -> new Unusable(e.getKey(), e.getValue())).toList();
  }

  private void compile(
      Version version,
      Instant now,
      Map<CampaignKey, Installed> into,
      Map<CampaignKey, String> reasons) {
    switch (reader.read(version.yaml())) {
      case Reading.Refused(var violations) ->
          reasons.put(
              version.key(),
              violations.stream().map(Violation::message).collect(Collectors.joining(" ")));
      case Reading.Read read when !Checks.unexecuted(read).isEmpty() ->
          reasons.put(version.key(), Checks.unexecuted(read).getFirst().message());
      case Reading.Read read -> {
        switch (books.compile(version.key(), read.graph(), pinned(version))) {
          case RuleBooks.Compilation.Broken(var errors) ->
              reasons.put(version.key(), String.join(" ", errors));
          case RuleBooks.Compilation.Ready(var compiled) ->
              into.put(version.key(), new Installed(compiled, version.hash(), now));
        }
      }
    }
  }

  /** The files as they were when the version was published. */
  public FileSource pinned(Version version) {
    return pinned(version.files());
  }

  /**
   * The files as they were at some time.
   *
   * @param files their hashes, by name
   */
  public FileSource pinned(Map<String, String> files) {
    return name ->
        Optional.ofNullable(files.get(name))
            .map(hash -> new FileSource.File(hash, () -> text(name, hash)));
  }

  private String text(String name, String hash) {
    return attachments
        .text(name, hash)
        .orElseThrow(() -> new IllegalArgumentException("%s is lost".formatted(name)));
  }

  private String hash(Map<CampaignId, Standing> standings, Caps caps) {
    var text = new StringBuilder(caps.equals(Caps.NONE) ? "" : CapsText.yaml(caps));
    installed.forEach(
        (key, version) -> text.append(key).append(' ').append(version.hash()).append('\n'));
    new TreeMap<>(standings)
        .forEach(
            (id, standing) ->
                text.append(id)
                    .append(' ')
                    .append(standing.version())
                    .append(' ')
                    .append(standing.status())
                    .append(' ')
                    .append(standing.pauses())
                    .append('\n'));
    return Hashes.sha256(text.toString());
  }

  private static Standing standing(Listing listing) {
    return new Standing(listing.version(), listing.status(), listing.pauses());
  }
}

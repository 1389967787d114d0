package dev.campanile.adapter.folder;

import dev.campanile.access.AuditLog;
import dev.campanile.adapter.folder.FolderFile.Stamp;
import dev.campanile.adapter.folder.FolderFile.State;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.translator.AttachmentKeeper;
import dev.campanile.translator.CampaignPublisher;
import dev.campanile.translator.CapsPublisher;
import dev.campanile.translator.Rejections;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Publishes what is saved in a folder, within two seconds.
 *
 * <p>A file is read when it has come to rest, so that one that is half written is not published. A
 * broken file changes nothing. A deleted one does not end its campaign. A file that is found at the
 * start is not published where its content is a former version: the campaign was changed in another
 * way since.
 *
 * <p>One thread looks and publishes; {@link #rejections()} may be asked by any.
 */
public final class CampaignFolder implements Rejections, AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CampaignFolder.class);
  private static final Pattern CAMPAIGN = Pattern.compile("[^.~#].*\\.(ya?ml|json)");
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(200);

  private final Path folder;
  private final FilePublisher publisher;
  private final Clock clock;
  private final Map<Path, FolderFile> files = new ConcurrentSkipListMap<>(othersFirst());
  private final FolderWatch watch;
  private final Thread thread;
  private boolean started;

  public CampaignFolder(
      Path folder,
      CampaignReader reader,
      CampaignPublisher publisher,
      AttachmentKeeper attachments,
      CapsPublisher caps,
      Pools pools,
      AuditLog audit,
      Clock clock) {
    this.folder = folder;
    this.publisher =
        new FilePublisher(reader, publisher, attachments, caps, pools, audit, this::fileOf);
    this.clock = clock;
    this.watch = new FolderWatch(folder);
    this.thread = Thread.ofPlatform().daemon().name("campaign-folder").unstarted(this::run);
  }

  /** Publishes what is there, then watches. */
  public void start() {
    watch.register();
    look();
    settle();
    started = true;
    thread.start();
  }

  @Override
  public List<Rejection> rejections() {
    return files.entrySet().stream()
        .filter(file -> !file.getValue().state().violations().isEmpty())
        .map(file -> new Rejection(file.getKey().toString(), file.getValue().state().violations()))
        .toList();
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (watch) {
      while (!Thread.currentThread().isInterrupted()) {
        Instant now = clock.instant();
        watch.await(files.values().stream().allMatch(file -> file.idle(now)) ? LOOK : REST);
        look();
        settle();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (IOException unclosable) {
      LOG.warnf("The watch of %s did not close: %s", folder, unclosable);
    }
  }

  /** Notes what is there and what has changed. */
  private void look() {
    Set<Path> there = new HashSet<>();
    for (Path file : list()) {
      stamp(file)
          .ifPresent(
              now -> {
                there.add(file);
                FolderFile known = files.get(file);
                // At the start nobody is writing: what is there is read at once.
                files.put(
                    file, known == null ? FolderFile.first(now, !started) : known.looked(now));
              });
    }
    List.copyOf(files.keySet()).stream()
        .filter(file -> !there.contains(file))
        .forEach(this::forget);
  }

  /** Reads and publishes what has come to rest, and tries again what may succeed by now. */
  private void settle() {
    Instant now = clock.instant();
    for (Map.Entry<Path, FolderFile> entry : files.entrySet()) {
      FolderFile file = entry.getValue();
      if (!file.settled() && file.resting()) {
        read(entry.getKey(), file, now)
            .ifPresent(
                state -> {
                  files.put(entry.getKey(), file.read(state));
                  publishAgain(entry.getKey(), now);
                });
      } else if (file.settled() && !file.idle(now)) {
        files.put(entry.getKey(), file.read(again(entry.getKey(), file, now)));
      }
    }
  }

  /** The campaigns that name a file which has just been read are to see its content. */
  private void publishAgain(Path attachment, Instant now) {
    if (!FilePublisher.isAttachment(attachment)) {
      return;
    }
    String name = attachment.getFileName().toString();
    files.replaceAll(
        (path, file) ->
            file.settled() && publisher.names(file.state().text(), name) ? file.due(now) : file);
  }

  private State again(Path path, FolderFile file, Instant now) {
    State former = file.state();
    return FilePublisher.isAttachment(path)
        ? read(path, file, now).orElse(former)
        : publisher.publish(path, former, former.text(), false, now);
  }

  private Optional<State> read(Path path, FolderFile file, Instant now) {
    State former = file.state();
    try {
      String text = Files.readString(path);
      boolean touched =
          file.read().isPresent()
              && FilePublisher.mark(path, text).equals(former.text())
              && now.isBefore(former.again());
      return Optional.of(touched ? former : publisher.publish(path, former, text, !started, now));
    } catch (NoSuchFileException gone) {
      return Optional.empty();
    } catch (CharacterCodingException notUtf8) {
      return Optional.of(
          publisher.unreadable(path, former, "Expected text in UTF-8, but it is not.", now));
    } catch (IOException e) {
      String reason = "Expected a file that can be read, but: %s.".formatted(e);
      return Optional.of(publisher.unreadable(path, former, reason, now));
    }
  }

  private void forget(Path path) {
    FolderFile gone = files.remove(path);
    if (gone != null && gone.state().campaign().isPresent()) {
      LOG.infof(
          "%s is gone; its campaign goes on. POST /v1/campaigns/%s/end would end it.",
          path, gone.state().campaign().get());
    }
  }

  /** The file other than the one being read that has published the campaign. */
  private Optional<Path> fileOf(CampaignId id, Path reading) {
    return files.entrySet().stream()
        .filter(file -> !file.getKey().equals(reading))
        .filter(file -> file.getValue().state().campaign().equals(Optional.of(id)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private List<Path> list() {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (var entries = Files.newDirectoryStream(folder, CampaignFolder::isCampaign)) {
        entries.forEach(found::add);
      } catch (IOException unreadable) {
        LOG.errorf("%s cannot be read: %s", folder, unreadable);
      }
    }
    return found;
  }

  /** Campaigns build on what the others say. */
  private static Comparator<Path> othersFirst() {
    return Comparator.<Path, Boolean>comparing(path -> !isOther(path))
        .thenComparing(Comparator.naturalOrder());
  }

  private static boolean isOther(Path path) {
    String name = path.getFileName().toString();
    return name.equals(FilePublisher.POOLS)
        || name.equals(FilePublisher.CAPS)
        || FilePublisher.isAttachment(path);
  }

  private static boolean isCampaign(Path path) {
    String name = path.getFileName().toString();
    return CAMPAIGN.matcher(name).matches() && !FileNames.ofScenarios(name)
        || FilePublisher.isAttachment(path);
  }

  private static Optional<Stamp> stamp(Path path) {
    try {
      var attributes = Files.readAttributes(path, BasicFileAttributes.class);
      String file = String.valueOf(attributes.fileKey());
      return attributes.isRegularFile()
          ? Optional.of(new Stamp(attributes.lastModifiedTime(), attributes.size(), file))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }
}

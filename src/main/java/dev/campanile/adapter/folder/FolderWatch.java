package dev.campanile.adapter.folder;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Wakes up early when something happens in a folder. What happened must be found out by looking:
 * the system may tell it late, twice, or not at all (network disks, a folder that was replaced).
 */
final class FolderWatch implements AutoCloseable {

  private final Path folder;
  private Optional<WatchService> service = Optional.empty();
  private Optional<WatchKey> key = Optional.empty();

  FolderWatch(Path folder) {
    this.folder = folder;
  }

  /** Returns when something happened, at the latest after {@code longest}. */
  void await(Duration longest) throws InterruptedException {
    register();
    if (key.isEmpty()) {
      Thread.sleep(longest);
      return;
    }
    try {
      WatchKey happened = service.orElseThrow().poll(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (happened != null) {
        happened.pollEvents();
        happened.reset();
      }
    } catch (ClosedWatchServiceException closed) {
      throw new InterruptedException();
    }
  }

  @Override
  public void close() throws IOException {
    if (service.isPresent()) {
      service.get().close();
    }
  }

  /** Begins to listen, if it does not: the folder may come, go, and come again. */
  void register() {
    if (key.isPresent() && key.get().isValid() || !Files.isDirectory(folder)) {
      return;
    }
    try {
      if (service.isEmpty()) {
        service = Optional.of(folder.getFileSystem().newWatchService());
      }
      key =
          Optional.of(
              folder.register(
                  service.get(),
                  StandardWatchEventKinds.ENTRY_CREATE,
                  StandardWatchEventKinds.ENTRY_MODIFY,
                  StandardWatchEventKinds.ENTRY_DELETE));
    } catch (IOException unwatchable) {
      key = Optional.empty(); // looking every now and then must do
    }
  }
}

package dev.campanile.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a file of events to a running service. */
@Command(
    name = "send",
    description = {
      "Sends the events of a file, one JSON object per line, to a running service.",
      "What the service could not take is sent again; as events have ids, that does no harm. A line"
          + " that it refuses is named, and sending stops there."
    },
    mixinStandardHelpOptions = true)
public final class Send implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "the events, compressed where it ends in .gz")
  private Path file;

  @Option(
      names = "--to",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "the service (${DEFAULT-VALUE})")
  private URI service;

  @Mixin private KeyOption key;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "at most so many events a second (as fast as they are taken)")
  private int perSecond;

  @Option(
      names = "--patience",
      paramLabel = "DURATION",
      defaultValue = "PT5M",
      description = "how long a batch is sent again before sending stops (${DEFAULT-VALUE})")
  private Duration patience;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  public Send() {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    var sender = new EventSender(intake(), key.value(), perSecond, patience);
    try (var progress = progress();
        var bytes = Files.newInputStream(file);
        var lines = unpacked(new Counted(bytes, progress))) {
      sender.send(new LineBatches(lines, batchSize()));
      return 0;
    } catch (EventSender.Stopped stopped) {
      stopped.reasons().forEach(reason -> err().println(file + ":" + reason));
      err().println("Sending stopped: that line and all after it were not accepted.");
      return 1;
    } catch (IOException unreadable) {
      err().println(file + ": " + unreadable.getMessage());
      return 1;
    } finally {
      tell(sender);
    }
  }

  private void tell(EventSender sender) {
    double seconds = Math.max(sender.elapsed().toNanos() / 1e9, 1e-3);
    spec.commandLine()
        .getOut()
        .printf(
            "accepted %d events, retries %d, %.1f s, %.0f events/s%n",
            sender.accepted(), sender.retries(), seconds, sender.accepted() / seconds);
    spec.commandLine().getOut().flush();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private URI intake() {
    String base = service.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "v1/events");
  }

  /** Ten batches a second where there is a rate, so that it is smooth. */
  private int batchSize() {
    return perSecond == 0
        ? LineBatches.MOST_EVENTS
        : Math.clamp(perSecond / 10, 1, LineBatches.MOST_EVENTS);
  }

  private InputStream unpacked(InputStream bytes) throws IOException {
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  private Progress progress() throws IOException {
    return Progress.of("sent", Files.size(file), "MB", 1_000_000);
  }

  private static final class Counted extends FilterInputStream {

    private final Progress progress;

    Counted(InputStream bytes, Progress progress) {
      super(bytes);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      progress.done(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      progress.done(Math.max(0, count));
      return count;
    }
  }
}

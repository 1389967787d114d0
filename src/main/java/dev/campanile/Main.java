package dev.campanile;

import dev.campanile.access.AccessPolicy;
import dev.campanile.adapter.embedded.EmbeddedServices;
import dev.campanile.adapter.embedded.EmbeddedServicesException;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.cli.Backtest;
import dev.campanile.cli.Campanile;
import dev.campanile.cli.Check;
import dev.campanile.cli.Diff;
import dev.campanile.cli.Drl;
import dev.campanile.cli.KeyCommand;
import dev.campanile.cli.KeyCreate;
import dev.campanile.cli.Listen;
import dev.campanile.cli.Plan;
import dev.campanile.cli.Publish;
import dev.campanile.cli.RollBack;
import dev.campanile.cli.Send;
import dev.campanile.cli.TestScenarios;
import dev.campanile.cli.Up;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The process: reads the command line; only {@code up} boots Quarkus, so that the rest is quick.
 */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String[] args) {
    int exitCode =
        new CommandLine(new Campanile())
            .addSubcommand(new Up(Main::serve))
            .addSubcommand(new Send())
            .addSubcommand(new Listen())
            .addSubcommand(new Check(() -> new Offline().translator()))
            .addSubcommand(new Drl(() -> new Offline().translator()))
            .addSubcommand(new Backtest(() -> new Offline().backtest()))
            .addSubcommand(new TestScenarios(() -> new Offline().test()))
            .addSubcommand(new Plan(Main::reader))
            .addSubcommand(new Diff(Main::reader))
            .addSubcommand(new Publish(Main::reader))
            .addSubcommand(new RollBack())
            .addSubcommand(
                new CommandLine(new KeyCommand()).addSubcommand(new KeyCreate(Main::password)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args);
    if (LaunchMode.current() != LaunchMode.DEVELOPMENT) { // there, a reload ends main as well
      System.exit(exitCode);
    }
  }

  private static CampaignReader reader() {
    return new Offline().reader();
  }

  private static int serve(@Nullable Path data, @Nullable Integer port) {
    publish("campanile.data", data);
    publish("quarkus.http.port", port);
    var services = new CompletableFuture<EmbeddedServices>();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(services), "stop"));
    try {
      services.complete(
          EmbeddedServices.start(dataDirectory(), Main::setting, System.out::println));
    } catch (EmbeddedServicesException e) {
      System.err.println(e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      services.completeExceptionally(new IllegalStateException("not started")); // no-op if they are
    }
    services.join().properties().forEach(System::setProperty);
    var exitCode = new AtomicInteger();
    Quarkus.run(
        Running.class,
        (code, failure) -> {
          exitCode.set(code);
          report(failure);
        });
    return exitCode.get();
  }

  private static void report(@Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        System.err.printf(
            "Expected the HTTP port to be free, but another program uses it: %s%nMaybe choose another with --port.%n",
            cause.getMessage());
        return;
      }
    }
    failure.printStackTrace();
  }

  /** The application first: what it still writes needs the services. */
  private static void stop(CompletableFuture<EmbeddedServices> services) {
    var application = Application.currentApplication();
    if (application != null) {
      application.stop();
    }
    try {
      services.join().close(); // waits for a start under way, so that nothing of it stays behind
    } catch (CompletionException e) {
      return; // it failed, and cleared up after itself
    }
  }

  private static void publish(String name, @Nullable Object value) {
    if (value != null) {
      System.setProperty(name, value.toString());
    }
  }

  private static Path dataDirectory() {
    return Path.of(setting("campanile.data").orElse("data")).toAbsolutePath();
  }

  /** The one of the environment, or what is typed, unseen. */
  private static Optional<String> password(String user) {
    return setting("campanile.password")
        .or(
            () ->
                Optional.ofNullable(System.console())
                    .map(console -> console.readPassword("Password of %s: ", user))
                    .map(String::new));
  }

  /** A system property, or the environment variable that stands for it. */
  private static Optional<String> setting(String name) {
    String variable = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
        .filter(value -> !value.isBlank());
  }

  /** Says where the service is, once it is. */
  public static final class Running implements QuarkusApplication {

    @Override
    public int run(String... args) {
      var config = ConfigProvider.getConfig();
      System.out.printf(
          "Campanile is ready on http://%s:%s/ (Ctrl-C stops it)%n",
          config.getValue("quarkus.http.host", String.class),
          config.getValue("quarkus.http.port", String.class));
      if (config.getValue("campanile.access", AccessPolicy.class) == AccessPolicy.OPEN) {
        System.out.println("Access is open: whoever reaches it may do everything.");
      }
      Quarkus.waitForExit();
      return 0;
    }
  }
}

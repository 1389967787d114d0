package dev.campanile.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key, in the name of somebody who administers. */
@Command(
    name = "create",
    description = {
      "Makes a key and prints it, which nothing does again: KEY=$(campanile key create shop --scopes intake)",
      "The password is asked for, or taken from CAMPANILE_PASSWORD."
    },
    mixinStandardHelpOptions = true)
public final class KeyCreate implements Callable<Integer> {

  private final Function<String, Optional<String>> password;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "what the key is for, such as shop")
  private String name;

  @Option(
      names = "--scopes",
      required = true,
      split = ",",
      paramLabel = "SCOPE",
      description =
          "what it opens, separated by commas: intake, decide, viewer, marketer, rule-author, operator")
  private List<String> scopes;

  @Option(
      names = "--expires",
      paramLabel = "INSTANT",
      description = "until when, such as 2027-01-01T00:00:00Z (until it is revoked)")
  private Optional<String> expires;

  @Option(
      names = "--user",
      paramLabel = "USER",
      defaultValue = "admin",
      description = "who makes it (${DEFAULT-VALUE})")
  private String user;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "the service (${DEFAULT-VALUE})")
  private URI service;

  /**
   * @param password asks for the password of a user; none where nobody can be asked
   */
  @SuppressWarnings("NullAway.Init")
  public KeyCreate(Function<String, Optional<String>> password) {
    this.password = password;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<String> secret = password.apply(user);
    if (secret.isEmpty()) {
      return refused(
          List.of(
              "Expected a password, but there is no terminal to ask for it. Maybe set CAMPANILE_PASSWORD."));
    }
    var server = new Server(service, Optional.empty());
    try {
      server.signIn(user, secret.get());
      JsonNode made =
          Server.json(server.post("v1/keys", Server.JSON, Server.JSON, Server.json(wanted())));
      server.signOut();
      spec.commandLine().getOut().println(made.path("key").asText());
      spec.commandLine().getOut().flush();
      return 0;
    } catch (Server.Refused refused) {
      return refused(refused.problems());
    }
  }

  private Map<String, Object> wanted() {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("name", name);
    wanted.put("scopes", scopes);
    expires.ifPresent(instant -> wanted.put("expires", instant));
    return wanted;
  }

  private int refused(List<String> problems) {
    PrintWriter err = spec.commandLine().getErr();
    problems.forEach(problem -> err.println(problem.strip()));
    err.flush();
    return 1;
  }
}

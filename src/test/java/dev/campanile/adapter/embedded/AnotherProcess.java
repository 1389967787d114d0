package dev.campanile.adapter.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A second JVM that starts the services, so that it can be killed. */
final class AnotherProcess {

  private static final String END = "---";

  private final Process process;

  private AnotherProcess(Process process) {
    this.process = process;
  }

  static AnotherProcess upOn(Path data, Path programs) throws IOException {
    return new AnotherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dcampanile.programs=" + programs,
                "-cp",
                System.getProperty("java.class.path"),
                AnotherProcess.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  Map<String, String> awaitProperties() throws IOException {
    var properties = new LinkedHashMap<String, String>();
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); !END.equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new IOException("The other process ended before its services ran.");
      }
      var parts = line.split("=", 2);
      properties.put(parts[0], parts[1]);
    }
    return properties;
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  public static void main(String[] args) throws InterruptedException {
    var services =
        EmbeddedServices.start(
            Path.of(args[0]),
            name -> Optional.ofNullable(System.getProperty(name)),
            System.err::println);
    services.properties().forEach((name, value) -> System.out.println(name + "=" + value));
    System.out.println(END);
    new CountDownLatch(1).await();
  }
}

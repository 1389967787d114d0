package dev.campanile.testkit;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.translator.FileSource;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code docs/semantics*.md}: a small campaign, a log, and the course that it must take.
 *
 * @param given lines of the campaign; see the first page itself
 * @param log what happens, as {@code 1h order.paid amount=20; 2h set vip=true; 3h pause; 4h resume}
 */
public record Vector(String sentence, List<String> given, String log, List<String> course) {

  private static final Duration LONG_ENOUGH = Duration.ofDays(400);
  private static final Pattern ROW =
      Pattern.compile("\\| (.+?) (?<!\\\\)\\| (.+?) (?<!\\\\)\\| (.*?)(?<!\\\\)\\| (.+?) \\|");
  private static final Pattern EDGE = Pattern.compile("([\\w-]+) -> ([\\w-]+): (.*)");
  private static final Pattern NODE = Pattern.compile("node ([\\w-]+): (.*)");
  private static final Pattern STEP = Pattern.compile("(-?\\w+) ([\\w.]+)(.*)");
  private static final Pattern PROPERTY = Pattern.compile("([\\w.]+)=('[^']*'|\\[[^]]*]|\\S*)");

  /** The pages that say what campaigns mean. */
  public static List<Path> pages() throws IOException {
    try (var files = Files.newDirectoryStream(Path.of("docs"), "semantics*.md")) {
      List<Path> pages = new ArrayList<>();
      files.forEach(pages::add);
      return pages.stream().sorted().toList();
    }
  }

  /** The vectors of a page, as written. */
  public static List<Vector> of(Path page) throws IOException {
    return Files.readAllLines(page).stream().flatMap(line -> of(line).stream()).toList();
  }

  /** The vector of a line of Markdown; none where it is no such row. */
  public static List<Vector> of(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches() || !row.group(4).startsWith("`")) {
      return List.of();
    }
    List<String> given =
        List.of(row.group(2).replace("`", "").replace("\\|", "|").split("\\s*<br>\\s*"));
    List<String> course = List.of(row.group(4).replace("`", "").split(", "));
    return List.of(new Vector(row.group(1), given, row.group(3).replace("`", "").strip(), course));
  }

  /** Somebody who knows what comes of a campaign and a log. */
  public interface Teller {

    void happens(Instant time, String type, Map<String, ?> properties);

    void sets(Instant time, Map<String, @Nullable Object> changes);

    /** An operator pauses the campaign. */
    void pauses(Instant time);

    void resumes(Instant time);

    /** The course, after more time than any row needs. */
    List<String> course(Duration elapsed);
  }

  /**
   * What is there before anything happens.
   *
   * @param caps the content of the file of caps, where there is one
   */
  public record Setting(
      CampaignGraph campaign, Attributes profile, Instant start, Optional<String> caps) {}

  /** Opens a story. */
  public interface Stage {

    Teller open(Setting setting);
  }

  /** The course that it takes. */
  public List<String> run() {
    return run(this::engine);
  }

  /** The course that it takes as somebody tells it. */
  public List<String> run(Stage stage) {
    Setting setting = setting();
    Teller teller = stage.open(setting);
    for (String step : steps()) {
      Matcher parts = STEP.matcher(step.strip());
      if (!parts.matches()) {
        throw new IllegalArgumentException("Expected a time and an event, but got '" + step + "'.");
      }
      Instant time = setting.start().plus(duration(parts.group(1)));
      switch (parts.group(2)) {
        case "set" -> teller.sets(time, properties(parts.group(3)));
        case "pause" -> teller.pauses(time);
        case "resume" -> teller.resumes(time);
        default -> teller.happens(time, parts.group(2), properties(parts.group(3)));
      }
    }
    return teller.course(LONG_ENOUGH);
  }

  private Setting setting() {
    return new Setting(
        Languages.campaign(yaml()),
        Attributes.NONE.with(
            line("profile: ").findFirst().map(Vector::properties).orElse(Map.of())),
        line("start: ").map(Instant::parse).findFirst().orElse(Scenario.START),
        line("caps: ").map(caps -> "caps: " + caps).findFirst());
  }

  private Teller engine(Setting setting) {
    FileSource lists =
        FileSource.of(
            name -> line("file " + name + ": ").findFirst().map(users -> users.replace(' ', '\n')));
    return new Engine(Scenario.of(setting, lists), setting.campaign().id());
  }

  /** The engine in the words of the page. */
  private record Engine(Scenario scenario, CampaignId campaign) implements Teller {

    @Override
    public void happens(Instant time, String type, Map<String, ?> properties) {
      scenario.happens(time, type, properties);
    }

    @Override
    public void sets(Instant time, Map<String, @Nullable Object> changes) {
      scenario.sets(time, changes);
    }

    @Override
    public void pauses(Instant time) {
      scenario.pauses(time, campaign);
    }

    @Override
    public void resumes(Instant time) {
      scenario.resumes(time, campaign);
    }

    @Override
    public List<String> course(Duration elapsed) {
      scenario.elapse(elapsed);
      return scenario.course();
    }
  }

  /** A duration as the page writes it. */
  public static String print(Duration duration) {
    String text =
        part(duration.toDays(), "d")
            + part(duration.toHoursPart(), "h")
            + part(duration.toMinutesPart(), "m")
            + part(duration.toSecondsPart(), "s");
    return text.isEmpty() ? "0h" : text;
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  private static Duration duration(String text) {
    Matcher days = Pattern.compile("(?:(\\d+)d)?(\\w*)").matcher(text);
    if (!days.matches()) {
      return Duration.parse("PT" + text);
    }
    Duration rest = days.group(2).isEmpty() ? Duration.ZERO : Duration.parse("PT" + days.group(2));
    return days.group(1) == null ? rest : rest.plusDays(Long.parseLong(days.group(1)));
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>();
    if (entries().isEmpty() && !log.contains(" start")) {
      steps.add("0h start");
    }
    List.of(log.split(";")).stream().filter(step -> !step.isBlank()).forEach(steps::add);
    return steps;
  }

  private Stream<String> line(String beginning) {
    return given.stream()
        .filter(line -> line.startsWith(beginning))
        .map(line -> line.substring(beginning.length()));
  }

  /** The entries that are written, each of which is a launch or a trigger. */
  private List<String> entries() {
    return given.stream()
        .filter(line -> line.matches("(entry|launch): .*"))
        .map(line -> line.startsWith("entry: ") ? line.substring("entry: ".length()) : line)
        .map(entry -> entry.startsWith("launch: ") ? entry : "when: " + entry)
        .toList();
  }

  /** The file of the campaign that it is about. */
  public String yaml() {
    Map<String, String> nodes = new LinkedHashMap<>();
    List<String> edges = new ArrayList<>();
    List<String> others = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>(List.of("wait", "done"));
    List<String> entries = entries().isEmpty() ? List.of("when: [[\"event start\"]]") : entries();
    for (String line : given) {
      Matcher edge = EDGE.matcher(line);
      Matcher node = NODE.matcher(line);
      if (edge.matches()) {
        edges.add(
            "  - { from: %s, to: %s, when: %s }"
                .formatted(edge.group(1), edge.group(2), edge.group(3)));
        named.add(edge.group(1));
        named.add(edge.group(2));
      } else if (node.matches()) {
        nodes.put(node.group(1), node.group(2));
      } else if (line.startsWith("when: ")) {
        edges.add("  - { from: wait, to: done, %s }".formatted(line));
      } else if (!line.matches("(entry|launch|start|profile|caps|file \\S+): .*|-")) {
        others.add(line);
      }
    }
    if (edges.isEmpty()) {
      edges.add("  - { from: wait, to: done, when: [[\"event end\"]] }");
    }
    named.forEach(name -> nodes.putIfAbsent(name, "{}"));
    var text = new StringBuilder("campaign: c\n");
    others.forEach(line -> text.append(line).append('\n'));
    text.append("entry:\n");
    entries.forEach(entry -> text.append("  - { %s, to: wait }\n".formatted(entry)));
    text.append("nodes:\n");
    nodes.forEach((name, body) -> text.append("  %s: %s\n".formatted(name, body)));
    text.append("edges:\n");
    edges.forEach(edge -> text.append(edge).append('\n'));
    return text.toString();
  }

  private static Map<String, @Nullable Object> properties(String text) {
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    PROPERTY
        .matcher(text)
        .results()
        .forEach(found -> put(properties, found.group(1), value(found.group(2))));
    return properties;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, @Nullable Object> into, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      into.put(path, value);
    } else {
      Object inner =
          into.computeIfAbsent(path.substring(0, dot), key -> new LinkedHashMap<String, Object>());
      put((Map<String, @Nullable Object>) inner, path.substring(dot + 1), value);
    }
  }

  private static @Nullable Object value(String text) {
    if (text.equals("null")) {
      return null;
    }
    if (text.startsWith("[")) {
      String inside = text.substring(1, text.length() - 1);
      return List.of(inside.split(" ")).stream().map(Vector::value).toList();
    }
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    return text.matches("-?\\d+(\\.\\d+)?") ? new BigDecimal(text) : text.replace("'", "");
  }
}

package dev.campanile.translator;

import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Place;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.campaign.text.CapsReader;
import dev.campanile.campaign.text.Reading;
import dev.campanile.engine.rule.RuleText;
import dev.campanile.engine.warehouse.Hashes;
import dev.campanile.translator.check.Checks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * From the text of a campaign to rules that compile, or to everything that is wrong with it.
 * Thread-safe.
 */
public final class CampaignTranslator {

  /** What translating comes to. */
  public sealed interface Translation {

    /**
     * A campaign that may be published.
     *
     * @param yaml the file in canonical form
     * @param files the hashes of the files that it names, by name
     * @param hash SHA-256 of all that, in hex
     * @param warnings what the author had better look at
     */
    record Translated(
        CampaignGraph graph,
        String yaml,
        Map<String, String> files,
        String hash,
        RuleBooks.Compiled compiled,
        List<Violation> warnings)
        implements Translation {

      public RuleText rules() {
        return compiled.text();
      }
    }

    /** Errors, and warnings among them, by place. */
    record Refused(List<Violation> violations) implements Translation {

      public Refused {
        violations = List.copyOf(violations);
      }
    }
  }

  /**
   * What can be said of a text without compiling it.
   *
   * @param graph the campaign, where the text reads
   * @param findings errors and warnings, by place
   */
  public record Review(Optional<CampaignGraph> graph, List<Violation> findings) {

    public Review {
      findings = List.copyOf(findings);
    }

    /** Whether it could be published. */
    public boolean valid() {
      return findings.stream().noneMatch(found -> found.severity() == Severity.ERROR);
    }
  }

  /**
   * What translating frequency caps comes to.
   *
   * @param caps empty where an error is among the findings
   */
  public record TranslatedCaps(Optional<Caps> caps, List<Violation> findings) {}

  private final CampaignReader reader;
  private final Checks checks;
  private final RuleBooks books;
  private final FileSource files;

  /**
   * @param files those that campaigns may name
   */
  public CampaignTranslator(
      CampaignReader reader, Checks checks, RuleBooks books, FileSource files) {
    this.reader = reader;
    this.checks = checks;
    this.books = books;
    this.files = files;
  }

  /** This translator for campaigns that find their files elsewhere. */
  public CampaignTranslator with(FileSource others) {
    return new CampaignTranslator(reader, checks, books, others);
  }

  /**
   * Never throws, whatever the text.
   *
   * @param version which version of the campaign the rules are to be of
   */
  public Translation translate(String text, ToIntFunction<CampaignId> version) {
    return switch (reader.read(text)) {
      case Reading.Refused(var violations) -> new Translation.Refused(violations);
      case Reading.Read read -> checked(read, version);
    };
  }

  /** Reads and checks the text of {@code caps.yaml}; never throws, whatever the text. */
  public TranslatedCaps caps(String text) {
    return switch (reader.caps(text)) {
      case CapsReader.Told.Refused(var violations) ->
          new TranslatedCaps(Optional.empty(), violations);
      case CapsReader.Told.Read(var caps, var sources) ->
          new TranslatedCaps(Optional.of(caps), checks.of(caps, sources));
    };
  }

  /** What translating would tell, but for what compiling alone finds; never throws. */
  public Review review(String text) {
    return switch (reader.read(text)) {
      case Reading.Refused(var violations) -> new Review(Optional.empty(), violations);
      case Reading.Read read ->
          new Review(Optional.of(read.graph()), findings(read, files.asOfNow()));
    };
  }

  private List<Violation> findings(Reading.Read read, FileSource current) {
    return checks.of(read.graph(), read.sources(), file -> books.problem(file, current));
  }

  private Translation checked(Reading.Read read, ToIntFunction<CampaignId> version) {
    FileSource current = files.asOfNow();
    List<Violation> found = findings(read, current);
    if (found.stream().anyMatch(violation -> violation.severity() == Severity.ERROR)) {
      return new Translation.Refused(found);
    }
    CampaignGraph graph = read.graph();
    var key = new CampaignKey(graph.id(), version.applyAsInt(graph.id()));
    return switch (books.compile(key, graph, current)) {
      case RuleBooks.Compilation.Broken(var errors) -> new Translation.Refused(broken(errors));
      case RuleBooks.Compilation.Ready ready ->
          translated(graph, pinned(graph, current), ready.campaign(), found);
    };
  }

  private static Translation translated(
      CampaignGraph graph,
      Map<String, String> pinned,
      RuleBooks.Compiled compiled,
      List<Violation> warnings) {
    String yaml = CampaignText.yaml(graph);
    var content = new StringBuilder(yaml);
    pinned.forEach((name, hash) -> content.append('\n').append(name).append(' ').append(hash));
    String hash = Hashes.sha256(content.toString());
    return new Translation.Translated(graph, yaml, pinned, hash, compiled, warnings);
  }

  private static Map<String, String> pinned(CampaignGraph graph, FileSource files) {
    Map<String, String> hashes = new TreeMap<>();
    for (String name : graph.files()) {
      files.named(name).ifPresent(file -> hashes.put(name, file.hash()));
    }
    return hashes;
  }

  private static List<Violation> broken(List<String> errors) {
    return errors.stream()
        .map(error -> "Expected rules that compile, but: %s".formatted(error))
        .map(message -> Violation.error(Place.START, "", message, "Maybe report this."))
        .toList();
  }
}

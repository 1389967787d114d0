package dev.campanile.testkit;

import dev.campanile.adapter.cronutils.CronUtilsTimetables;
import dev.campanile.adapter.csv.CsvRosters;
import dev.campanile.adapter.qute.QuteTemplates;
import dev.campanile.adapter.re2.Re2RegularExpressions;
import dev.campanile.adapter.s2.S2Geography;
import dev.campanile.adapter.yaml.SnakeYamlTreeParser;
import dev.campanile.campaign.CampaignGraph;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.Caps;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Templates;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.text.CampaignReader;
import dev.campanile.campaign.text.CapsReader;
import dev.campanile.campaign.text.Reading;
import dev.campanile.engine.rule.RuleCompiler;
import dev.campanile.engine.state.Machine;
import dev.campanile.engine.state.Texts;
import dev.campanile.translator.Attacher;
import dev.campanile.translator.CampaignTranslator;
import dev.campanile.translator.FileSource;
import dev.campanile.translator.RuleBooks;
import dev.campanile.translator.check.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Campaign files in tests: read them, or see what is wrong with them. */
public final class Languages {

  public static final CampaignReader READER =
      new CampaignReader(
          new SnakeYamlTreeParser(), new Re2RegularExpressions(), new CronUtilsTimetables());

  private static final Attacher ATTACHER = new Attacher(new S2Geography(), new CsvRosters());
  private static final Templates TEMPLATES = new QuteTemplates();

  // Tests have kinds that no channel performs.
  private static final Texts TEXTS = new Texts(TEMPLATES, (kind, path) -> Escape.usual(path));

  private Languages() {}

  /** The caps of a file that reads well. */
  public static Caps caps(String text) {
    return switch (new CapsReader(new SnakeYamlTreeParser()).read(text)) {
      case CapsReader.Told.Read read -> read.caps();
      case CapsReader.Told.Refused(var violations) ->
          throw new IllegalArgumentException(violations.toString());
    };
  }

  public static CampaignReader reader() {
    return READER;
  }

  public static Templates templates() {
    return TEMPLATES;
  }

  public static RuleBooks books(RuleCompiler compiler) {
    return new RuleBooks(compiler, ATTACHER, TEXTS);
  }

  public static Attacher attacher() {
    return ATTACHER;
  }

  /** A translator that knows no file. */
  public static CampaignTranslator translator(Checks checks, RuleCompiler compiler) {
    return new CampaignTranslator(READER, checks, books(compiler), FileSource.NONE);
  }

  /** A machine of a campaign that names no file. */
  public static Machine machine(CampaignKey key, CampaignGraph graph) {
    return machine(key, graph, FileSource.NONE);
  }

  public static Machine machine(CampaignKey key, CampaignGraph graph, FileSource files) {
    return Machine.of(key, graph, ATTACHER.attach(graph, files), TEXTS);
  }

  /** The campaign of a text that must be right. */
  public static CampaignGraph campaign(String text) {
    return switch (READER.read(text)) {
      case Reading.Read read -> read.graph();
      case Reading.Refused refused -> throw new AssertionError(refused.violations().toString());
    };
  }

  /** What is wrong with a text; nothing where it is right. */
  public static List<Violation> problems(String text) {
    return switch (READER.read(text)) {
      case Reading.Read read -> List.of();
      case Reading.Refused refused -> refused.violations();
    };
  }

  /** A file of {@code src/test/resources/campaigns}. */
  public static String file(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/campaigns", name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

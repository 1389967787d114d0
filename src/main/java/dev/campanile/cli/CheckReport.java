package dev.campanile.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What checking files has found, for people, for scripts, and for tools that read SARIF. */
enum CheckReport {
  /** Lines as compilers print them. */
  TEXT {
    @Override
    String of(List<Checked> files) {
      var text = new StringBuilder();
      for (Checked checked : files) {
        for (Violation violation : checked.found()) {
          text.append(CampaignFiles.line(checked.file(), violation)).append('\n');
        }
      }
      long fine = files.stream().filter(Checked::fine).count();
      return text.append("%d of %d campaigns can be published".formatted(fine, files.size()))
          .toString();
    }
  },

  /** A list of files, each with its findings. */
  JSON {
    @Override
    String of(List<Checked> files) {
      ArrayNode list = MAPPER.createArrayNode();
      for (Checked checked : files) {
        ObjectNode file =
            list.addObject()
                .put("file", checked.file().toString())
                .put("publishable", checked.fine());
        ArrayNode findings = file.putArray("findings");
        checked.found().forEach(violation -> describe(violation, findings.addObject()));
      }
      return list.toPrettyString();
    }
  },

  /** The Static Analysis Results Interchange Format of OASIS, version 2.1.0. */
  SARIF {
    @Override
    String of(List<Checked> files) {
      ObjectNode log =
          MAPPER
              .createObjectNode()
              .put("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
              .put("version", "2.1.0");
      ObjectNode run = log.putArray("runs").addObject();
      ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "Campanile");
      ArrayNode rules = driver.putArray("rules");
      for (Concern concern : Concern.values()) {
        rule(concern, rules.addObject());
      }
      run.put("columnKind", "unicodeCodePoints");
      ArrayNode results = run.putArray("results");
      for (Checked checked : files) {
        checked.found().forEach(found -> result(checked.file(), found, results.addObject()));
      }
      return log.toPrettyString();
    }
  };

  /** A file with what was found in it. */
  record Checked(Path file, List<Violation> found) {

    /** Whether it can be published. */
    boolean fine() {
      return found.stream().noneMatch(violation -> violation.severity() == Severity.ERROR);
    }
  }

  /** Reads the format as it is written on the command line. */
  static final class Named implements ITypeConverter<CheckReport> {

    /** For picocli. */
    Named() {}

    @Override
    public CheckReport convert(String name) {
      return Stream.of(values())
          .filter(report -> report.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "Expected text, json or sarif, but got '%s'.".formatted(name)));
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  abstract String of(List<Checked> files);

  private static void describe(Violation violation, ObjectNode into) {
    into.put("severity", level(violation))
        .put("check", violation.concern().id())
        .put("line", violation.place().line())
        .put("column", violation.place().column())
        .put("element", violation.element())
        .put("message", violation.message())
        .put("advice", violation.advice());
  }

  private static void rule(Concern concern, ObjectNode into) {
    into.put("id", concern.id());
    into.putObject("shortDescription").put("text", concern.summary());
    into.putObject("help")
        .put("text", concern.summary() + " See docs/checks.md for an example and advice.");
  }

  private static void result(Path file, Violation violation, ObjectNode into) {
    into.put("ruleId", violation.concern().id())
        .put("ruleIndex", violation.concern().ordinal())
        .put("level", level(violation));
    into.putObject("message").put("text", (violation.message() + " " + violation.advice()).strip());
    ObjectNode location = into.putArray("locations").addObject();
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", uri(file));
    physical
        .putObject("region")
        .put("startLine", violation.place().line())
        .put("startColumn", violation.place().column());
    if (!violation.element().isEmpty()) {
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", violation.element());
    }
  }

  /** Relative where the path is, so that it fits the checkout of whoever reads it. */
  private static String uri(Path file) {
    if (file.isAbsolute()) {
      return file.toUri().toString();
    }
    try {
      return new URI(null, null, file.toString().replace('\\', '/'), null).toString();
    } catch (URISyntaxException unusual) {
      return file.toUri().toString();
    }
  }

  private static String level(Violation violation) {
    return violation.severity().name().toLowerCase(Locale.ROOT);
  }
}

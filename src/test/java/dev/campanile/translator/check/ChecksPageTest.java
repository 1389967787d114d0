package dev.campanile.translator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Concern;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import dev.campanile.campaign.text.Reading;
import dev.campanile.testkit.Languages;
import dev.campanile.testkit.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/checks.md says must be what the checks say. */
final class ChecksPageTest {

  private static final Path PAGE = Path.of("docs/checks.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9-]+)` \\| (.+?) \\| (`.+?`) \\| (.+?) \\|");
  private static final Pattern FINE = Pattern.compile("\\| `(\\[\\[.+]])` \\| .+ \\|");
  private static final Offer OFFER =
      action ->
          action.kind().equals("log")
              ? List.of()
              : List.of("Expected a channel, but there is no '%s'.".formatted(action.kind()));

  private record Row(Severity level, String check, String finds, List<String> given, String says) {}

  @TestFactory
  Stream<DynamicTest> saysWhatThePageSays() throws IOException {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.check() + ": " + row.finds(),
                    () ->
                        assertThat(found(row.given()))
                            .filteredOn(violation -> violation.concern().id().equals(row.check()))
                            .filteredOn(violation -> violation.severity() == row.level())
                            .extracting(ChecksPageTest::told)
                            .containsExactly(row.says())));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingWhereThePageSaysSo() throws IOException {
    return Files.readAllLines(PAGE).stream()
        .map(FINE::matcher)
        .filter(Matcher::matches)
        .map(row -> row.group(1))
        .map(
            trigger ->
                DynamicTest.dynamicTest(
                    trigger,
                    () ->
                        assertThat(found(List.of("when: " + trigger)))
                            .extracting(Violation::concern)
                            .doesNotContain(Concern.NEVER_HOLDS, Concern.NOT_DECIDED)));
  }

  @Test
  void everyKindOfFindingHasARow() throws IOException {
    assertThat(rows())
        .extracting(Row::check)
        .containsAll(Arrays.stream(Concern.values()).map(Concern::id).toList());
  }

  private static String told(Violation violation) {
    return (violation.message() + " " + violation.advice()).strip();
  }

  private static List<Violation> found(List<String> given) {
    return switch (Languages.reader().read(new Vector("", given, "", List.of()).yaml())) {
      case Reading.Read read ->
          new Checks(OFFER, Languages.templates())
              .of(
                  read.graph(),
                  read.sources(),
                  file -> Optional.of("Expected a file, but there is none."));
      case Reading.Refused(var violations) -> violations;
    };
  }

  private static List<Row> rows() throws IOException {
    var rows = new ArrayList<Row>();
    Severity level = Severity.ERROR;
    for (String line : Files.readAllLines(PAGE)) {
      level = line.startsWith("## ") ? level(line) : level;
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        List<String> given = List.of(row.group(3).replace("`", "").split("\\s*<br>\\s*"));
        rows.add(new Row(level, row.group(1), row.group(2), given, row.group(4)));
      }
    }
    return rows;
  }

  private static Severity level(String heading) {
    return switch (heading) {
      case "## Warnings" -> Severity.WARNING;
      case "## Notes" -> Severity.NOTE;
      default -> Severity.ERROR;
    };
  }
}

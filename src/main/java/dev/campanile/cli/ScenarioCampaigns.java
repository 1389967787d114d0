package dev.campanile.cli;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.scenario.ScenarioFile;
import dev.campanile.cli.Tested.Flaw;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which campaign files a scenario file is about: those that it names, else the one whose name its
 * own name begins with, so that both {@code welcome.scenario.yaml} and {@code
 * welcome.limits.scenario.yaml} are about {@code welcome.yaml}.
 */
final class ScenarioCampaigns {

  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private final Path file;

  ScenarioCampaigns(Path file) {
    this.file = file;
  }

  /** The files; what is wrong with their names is added to the flaws. */
  List<Path> of(ScenarioFile scenarios, List<Flaw> flaws) {
    return scenarios.campaigns().isEmpty() ? byName(flaws) : named(scenarios.campaigns(), flaws);
  }

  private List<Path> named(List<Mention> campaigns, List<Flaw> flaws) {
    List<Path> found = new ArrayList<>();
    for (Mention campaign : campaigns) {
      Path path = file.resolveSibling(campaign.text());
      if (Files.isRegularFile(path)) {
        found.add(path);
      } else {
        flaws.add(
            Flaw.of(
                file,
                campaign.place(),
                "Expected a campaign file beside this one, but there is no '%s'."
                    .formatted(campaign.text())));
      }
    }
    return found;
  }

  private List<Path> byName(List<Flaw> flaws) {
    String stem = file.getFileName().toString().replaceFirst("\\.scenario\\.\\w+$", "");
    for (String here = stem; !here.isEmpty(); here = shorter(here)) {
      for (String ending : ENDINGS) {
        Path path = file.resolveSibling(here + ending);
        if (Files.isRegularFile(path) && !path.equals(file)) {
          return List.of(path);
        }
      }
    }
    flaws.add(
        Flaw.of(
            file,
            Place.START,
            "Expected a campaign of the same name, but there is no '%s.yaml'. Maybe write campaign: …"
                .formatted(stem)));
    return List.of();
  }

  private static String shorter(String stem) {
    return stem.substring(0, Math.max(0, stem.lastIndexOf('.')));
  }
}

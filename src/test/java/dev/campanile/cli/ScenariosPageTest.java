package dev.campanile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testkit.ScenarioCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that docs/scenarios.md shows, and what it says that the command says of them. */
final class ScenariosPageTest {

  private static final Pattern BLOCKS = Pattern.compile("(?s)```(yaml|text)\n(.*?)```");
  private static final Pattern NAME = Pattern.compile("# (\\S+\\.yaml)\n");

  @TempDir Path folder;

  /** A scenario file of the page, and the output that follows it. */
  private record Shown(String file, String output) {}

  @Test
  void examplesComeToWhatThePageSays() throws IOException {
    // given
    List<Shown> shown = shown();
    assertThat(shown).extracting(Shown::file).hasSize(3).doesNotHaveDuplicates();
    for (Shown one : shown) {
      var command = new ScenarioCommand(folder.resolve("compiled"));
      // when
      int exitCode = command.run(folder.resolve(one.file()).toString());
      // then
      assertThat(command.out().replace(folder + "/", "")).isEqualTo(one.output());
      assertThat(exitCode).isEqualTo(one.output().contains("FAIL") ? 1 : 0);
    }
  }

  /** Writes all files of the page into the folder. */
  private List<Shown> shown() throws IOException {
    List<Shown> shown = new ArrayList<>();
    var blocks = BLOCKS.matcher(Files.readString(Path.of("docs/scenarios.md")));
    String last = "";
    while (blocks.find()) {
      String text = blocks.group(2);
      var name = NAME.matcher(text);
      if (name.lookingAt()) {
        last = name.group(1);
        Files.writeString(folder.resolve(last), text);
      } else {
        shown.add(new Shown(last, text));
      }
    }
    return shown;
  }
}

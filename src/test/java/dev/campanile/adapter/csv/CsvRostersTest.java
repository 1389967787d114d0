package dev.campanile.adapter.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.campaign.Roster;
import dev.campanile.campaign.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvRostersTest {

  private final CsvRosters rosters = new CsvRosters();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna\nben\n",
        "anna\r\nben",
        "user\nanna\nben\n",
        "User_ID\nanna\n\nben\nanna\n",
        "name,id\nAnna,anna\nBen,\"ben\"\n",
        "anna,Anna\nben,\"B,en\n2\"\n",
        "\uFEFFuser\n anna \nben",
      })
  void readsTheUsers(String csv) {
    Roster roster = rosters.read(csv);
    assertThat(roster.size()).isEqualTo(2);
    assertThat(roster.contains(new UserId("anna"))).isTrue();
    assertThat(roster.contains(new UserId("ben"))).isTrue();
    assertThat(roster.contains(new UserId("user"))).isFalse();
  }

  @Test
  void tellsTheLinesThatNameNobody() {
    String csv = "name,user\nAnna,anna\nBen,\nCleo\n,dora\nEve," + "e".repeat(257);
    assertThatThrownBy(() -> rosters.read(csv))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "line 3 names no user, line 4 has no column 2,"
                + " line 6 has a user of 257 characters, more than 256");
  }

  @Test
  void tellsOnlyTheFirstOfManyProblems() {
    assertThatThrownBy(() -> rosters.read("name,user\n" + "x\n".repeat(1000)))
        .hasMessageEndingWith("line 6 has no column 2, and so on: 1000 lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "user\n"})
  void refusesAListOfNobody(String csv) {
    assertThatThrownBy(() -> rosters.read(csv)).hasMessage("it names no user");
  }

  @Test
  void refusesAFieldWithoutEnd() {
    assertThatThrownBy(() -> rosters.read("anna\n\"ben\n" + "x".repeat(20_000_000) + "\""))
        .hasMessageStartingWith("after line 1 it is no CSV");
  }

  @Test
  void refusesAQuoteThatTheEndOfTheFileWouldClose() {
    assertThatThrownBy(() -> rosters.read("user\nanna\n\"ben\ncarl\ndora\n"))
        .hasMessage("it is no CSV: a quote is not closed");
  }
}

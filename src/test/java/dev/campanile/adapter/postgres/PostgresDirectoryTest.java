package dev.campanile.adapter.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonStates;
import dev.campanile.engine.monitor.Directory;
import dev.campanile.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class PostgresDirectoryTest {

  private static TestDatabase database;
  private static Directory directory;

  @BeforeAll
  static void fill() {
    database = TestDatabase.schema("directory");
    database.clear();
    database.execute(
        """
        INSERT INTO user_state (user_id, partition, version, state, profile, memories) VALUES
          ('u-1', 0, 1, '{}', '{"name": "Anna Ångström", "email": "A.Berg@example.org"}', '{}'),
          ('u-2', 0, 1, '{}', '{"name": "ANNE"}', '{}'),
          ('u-3', 0, 1, '{}', '{"phone": "+6591234"}', '{}'),
          ('anna', 0, 1, '{}', '{}', '{}'),
          ('100%', 0, 1, '{}', '{}', '{}'),
          ('1000', 0, 1, '{}', '{"name": 7}', '{}')""");
    directory = new PostgresDirectory(database.dataSource(), new JsonStates());
  }

  @AfterAll
  static void disconnect() {
    database.close();
  }

  @Test
  void findsByTheBeginningOfAnIdAndOfNamesInWhateverCase() {
    assertThat(found("ann")).containsExactly("anna", "u-1", "u-2");
    assertThat(found("Anna")).containsExactly("u-1");
    assertThat(found("a.berg@")).containsExactly("u-1");
    assertThat(found("+659")).containsExactly("u-3");
    assertThat(found("nna")).isEmpty();
  }

  @Test
  void takesEveryCharacterForItself() {
    assertThat(found("100%")).containsExactly("100%");
    assertThat(found("%")).isEmpty();
    assertThat(found("_")).isEmpty();
  }

  @Test
  void tellsTheFirstOfAllWhereNothingIsGiven() {
    assertThat(found("")).containsExactly("100%", "1000", "anna", "u-1", "u-2", "u-3");
    assertThat(directory.search("", 2)).hasSize(2);
  }

  private static List<String> found(String beginning) {
    return directory.search(beginning, 99).stream().map(one -> one.user().text()).toList();
  }
}

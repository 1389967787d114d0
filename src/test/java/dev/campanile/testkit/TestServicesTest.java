package dev.campanile.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServicesResource.class)
class TestServicesTest {

  @Inject DataSource dataSource;

  @Test
  void areTheSameForTheApplicationAndForPlainTests() throws SQLException {
    // when
    var services = TestServices.start();
    // then
    try (var connection = dataSource.getConnection()) {
      assertThat(services.jdbcUrl()).startsWith(connection.getMetaData().getURL().split("\\?")[0]);
    }
  }
}

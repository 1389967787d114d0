package dev.campanile.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostsTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, '', localhost, true",
    "127.0.0.1, '', shop.example, false",
    "127.0.0.1, shop.example, Shop.Example, true",
    "127.0.0.1, shop.example:8443, shop.example, true",
    "127.0.0.1, shop.example, rebound.example, false",
    "0.0.0.0, '', rebound.example, true",
    "0.0.0.0, shop.example, rebound.example, false",
    "0.0.0.0, shop.example, localhost, true",
  })
  void knowsWhatIsMeantForIt(String listening, String names, String host, boolean served) {
    assertThat(hosts(listening, names).serves(host)).isEqualTo(served);
  }

  @ParameterizedTest
  @CsvSource({
    "'', http://localhost:8080, true",
    "'', http://localhost:9090, false",
    "'', null, false",
    "shop.example, https://shop.example, true",
    "shop.example, https://shop.example:8443, false",
    "shop.example:8443, https://shop.example:8443, true",
    "shop.example, https://shop.example.evil, false",
  })
  void knowsItsOwnPages(String names, String origin, boolean own) {
    URI asked = URI.create("http://localhost:8080/v1/session");
    assertThat(hosts("127.0.0.1", names).own(origin, asked)).isEqualTo(own);
  }

  private static Hosts hosts(String listening, String names) {
    return new Hosts(listening, names.isEmpty() ? List.of() : List.of(names));
  }
}

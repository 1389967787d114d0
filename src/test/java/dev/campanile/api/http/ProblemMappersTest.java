package dev.campanile.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.engine.LogUnavailable;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;

final class ProblemMappersTest {

  @Test
  void asksForTheSameAgainWhereTheLogIsNotAvailable() {
    // when
    RestResponse<Problem> answer =
        new ProblemMappers().unavailable(new LogUnavailable(new TimeoutException()));
    // then
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat(answer.getEntity().type()).isEqualTo("urn:campanile:problem:log-unavailable");
    assertThat(answer.getEntity().detail()).contains("Send the same again with the same ids");
  }
}

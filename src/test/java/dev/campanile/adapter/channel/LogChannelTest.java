package dev.campanile.adapter.channel;

import static dev.campanile.testkit.Orders.anOrder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.adapter.json.JsonValues;
import dev.campanile.campaign.Attributes;
import dev.campanile.engine.action.Attempt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogChannelTest {

  private final List<String> lines = new ArrayList<>();
  private final LogChannel channel = new LogChannel(new JsonValues(), lines::add);

  @Test
  void writesOneLine() {
    // given
    var order = anOrder().key("anna-1:1:0").with("text", "two\nlines").build();
    // when
    var attempt = channel.perform(order);
    // then
    assertThat(attempt).isEqualTo(new Attempt.Succeeded(Attributes.NONE));
    assertThat(lines)
        .containsExactly(
            "{\"order\":\"anna-1:1:0\",\"user\":\"anna\",\"campaign\":\"welcome@1\","
                + "\"node\":\"thank\",\"action\":\"gift\",\"parameters\":{\"text\":\"two\\nlines\"}}");
  }
}

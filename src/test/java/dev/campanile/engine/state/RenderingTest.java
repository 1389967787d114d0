package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.References;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is filled into the parameters of actions. */
final class RenderingTest {

  private final Attributes event =
      new Attributes(Map.of("x", "a&admin=1 /../é", "amount", 12, "hook", "https://a.example/b?c"));
  private final Rendering rendering =
      new Rendering(
          new References(event, Attributes.NONE, Attributes.NONE, Map.of()), new UserId("anna"));

  @Test
  void aValueCannotChangeWhichAddressIsCalled() {
    // when
    Object url = filled("url", "https://crm.example/{event.x}/end?n={event.amount}");
    // then
    assertThat(url).isEqualTo("https://crm.example/a%26admin%3D1%20%2F..%2F%C3%A9/end?n=12");
  }

  @Test
  void anAddressAsAWholeStaysAsItIs() {
    assertThat(filled("url", "{event.hook}")).isEqualTo("https://a.example/b?c");
  }

  @Test
  void textsAreFilledAsTheyAreAndNeverReadAgain() {
    assertThat(filled("text", "{event.x}, {entry.none}!")).isEqualTo("a&admin=1 /../é, !");
  }

  @Test
  void aWholeReferenceKeepsItsType() {
    assertThat(filled("amount", "{event.amount}")).isEqualTo(new java.math.BigDecimal(12));
  }

  @Test
  void theUserIsKnownById() {
    assertThat(filled("text", "for {user.id}")).isEqualTo("for anna");
  }

  private Object filled(String name, String text) {
    return rendering.of(new Attributes(Map.of(name, text))).values().get(name);
  }
}

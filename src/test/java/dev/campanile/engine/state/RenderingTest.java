package dev.campanile.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.ActionId;
import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.UserId;
import dev.campanile.engine.rule.References;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is filled into the parameters of actions. */
final class RenderingTest {

  private static final Texts TEXTS =
      new Texts(Languages.templates(), (kind, path) -> Escape.usual(path));

  private final Attributes event =
      new Attributes(
          Map.of(
              "x", "a&admin=1 /../é",
              "amount", 12,
              "hook", "https://a.example/b?c",
              "name", "<b>{gift.code}</b>"));

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
    assertThat(filled("text", "{event.x}, {event.name}, {entry.none}!"))
        .isEqualTo("a&admin=1 /../é, <b>{gift.code}</b>, !");
  }

  @Test
  void noValueIsMarkupInHtml() {
    assertThat(filled("html", "<p>{event.name}</p>"))
        .isEqualTo("<p>&lt;b&gt;{gift.code}&lt;/b&gt;</p>");
    assertThat(filled("html", "{event.name}")).isEqualTo("&lt;b&gt;{gift.code}&lt;/b&gt;");
  }

  @Test
  void aWholeReferenceKeepsItsType() {
    assertThat(filled("amount", "{event.amount}")).isEqualTo(new BigDecimal(12));
  }

  @Test
  void theUserIsKnownById() {
    assertThat(filled("text", "for {user.id}")).isEqualTo("for anna");
  }

  @Test
  void whatStandsDeeperIsFilledAsWell() {
    // when
    Object body = filled("body", Map.of("n", List.of("{event.amount}", "={event.amount}"), "m", 1));
    // then
    assertThat(body)
        .isEqualTo(Map.of("n", List.of(new BigDecimal(12), "=12"), "m", new BigDecimal(1)));
  }

  @Test
  void whereNothingIsToBeFilledNothingIsMade() {
    // given
    var written = new Attributes(Map.of("text", "hi", "body", Map.of("a", List.of("b"))));
    // when
    Attributes filled = filled(written);
    // then
    assertThat(filled).isSameAs(written);
  }

  @Test
  void aTextThatIsNoTemplateStaysAsItStands() {
    assertThat(filled("text", "{#nothing}{event.x}")).isEqualTo("{#nothing}{event.x}");
  }

  private Object filled(String name, Object value) {
    return filled(new Attributes(Map.of(name, value))).values().get(name);
  }

  private Attributes filled(Attributes parameters) {
    var references = new References(event, Attributes.NONE, Attributes.NONE, Map.of());
    var known = new Knowledge(references, new UserId("anna"), ZoneOffset.UTC);
    return Rendering.of(new Action(new ActionId("log"), "log", parameters), TEXTS).fill(known);
  }
}

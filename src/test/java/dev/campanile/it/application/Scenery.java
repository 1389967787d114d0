package dev.campanile.it.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What all pages have something to show of: campaigns with users inside, a draft, an order that did
 * not go through. It is there once for all tests that only look.
 */
final class Scenery {

  static final String CAMPAIGN = "welcome-coupon";
  static final String DRAFT = "spring-sale";
  static final String USER = "anna";

  private static final String SOLD_OUT =
      """
      campaign: last-coupon
      name: The last coupon
      entry:
        - when: [["event review.written"]]
          to: gift
      nodes:
        gift: { actions: [{ coupon: { pool: LAST1 } }] }
        thanked: {}
      edges:
        - { from: gift, to: thanked, when: [["after P30D"]] }
      """;

  private static final String ORDER =
      """
      {"orderId": "A17", "amount": 25, "productId": 7, "cityId": 2, "price": 20}""";

  /** A record of the log that is no event. */
  static final String UNREADABLE = "{\"type\": \"order.paid\", \"amount\": twelve}";

  private final Backstage backstage;

  Scenery(Backstage backstage) {
    this.backstage = backstage;
    backstage.pool("WELCOME10", 20);
    backstage.publish(campaign("welcome-coupon"));
    backstage.publish(campaign("abandoned-cart"));
    backstage.pool("LAST1", 1);
    backstage.publish(SOLD_OUT);
    for (String user : new String[] {USER, "ben", "chen"}) {
      buys(user);
    }
    backstage.happens(USER, "cart.add", "{\"itemId\": 4711}");
    backstage.happens("ben", "review.written", "{}");
    backstage.happens("chen", "review.written", "{}");
    backstage.draft(DRAFT, campaign("welcome-coupon").replace("welcome-coupon", DRAFT));
    backstage.person("mia", "marketer");
    backstage.logs(USER, UNREADABLE);
  }

  private void buys(String user) {
    backstage.profile(
        user,
        """
        {"name": "%s", "country": "SG", "age": 30}"""
            .formatted(user));
    backstage.happens(user, "order.paid", ORDER);
  }

  /** One of the campaigns that come with the product. */
  static String campaign(String name) {
    try {
      return Files.readString(Path.of("campaigns", name + ".yaml"));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}

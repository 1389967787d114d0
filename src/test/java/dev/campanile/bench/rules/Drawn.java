package dev.campanile.bench.rules;

import static dev.campanile.bench.rules.Phrase.atLeast;
import static dev.campanile.bench.rules.Phrase.between;
import static dev.campanile.bench.rules.Phrase.counts;
import static dev.campanile.bench.rules.Phrase.decimal;
import static dev.campanile.bench.rules.Phrase.event;
import static dev.campanile.bench.rules.Phrase.grown;
import static dev.campanile.bench.rules.Phrase.is;
import static dev.campanile.bench.rules.Phrase.tally;
import static dev.campanile.bench.rules.Phrase.vip;
import static dev.campanile.testkit.CampaignBuilder.aCampaign;
import static dev.campanile.testkit.CampaignBuilder.row;
import static dev.campanile.testkit.CampaignBuilder.when;

import dev.campanile.engine.state.Machine;
import dev.campanile.testkit.CampaignBuilder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Campaign number {@code i}: one of five kinds of entry, by one of ten types of event, and four
 * places to wait at, with tallies, a deadline, latches and a window.
 *
 * @param phrases by the name of the entry or edge
 */
record Drawn(Machine machine, Map<String, Phrase> phrases) {

  static final int TYPES = 10;
  static final int PRODUCTS = 200;
  static final int CITIES = 20;
  static final int CATEGORIES = 30;
  static final int PRICES = 200;

  static Drawn number(int i) {
    Map<String, Phrase> phrases = new LinkedHashMap<>();
    phrases.put("entry-1", entry(i));
    phrases.put("n0-n1", enough(i));
    phrases.put("n0-n2", sameProduct(i));
    phrases.put("n1-n2", late());
    phrases.put("n2-n3", both(i));
    phrases.put("n3-n0", often(i));
    CampaignBuilder campaign = aCampaign("campaign-" + i);
    phrases.forEach(
        (name, phrase) -> {
          List<String> ends = List.of(name.split("-"));
          if (name.startsWith("entry")) {
            campaign.entering("n0", phrase.trigger());
          } else {
            campaign.moving(ends.getFirst(), ends.getLast(), phrase.trigger());
          }
        });
    return new Drawn(campaign.version(1), phrases);
  }

  static String type(int i) {
    return "type-" + i % TYPES;
  }

  private static int product(int i) {
    return i * 7 % PRODUCTS;
  }

  private static int city(int i) {
    return i * 3 % CITIES;
  }

  private static Phrase entry(int i) {
    return switch ((i + i / TYPES) % 5) {
      case 0 -> productAndCity(i);
      case 1 -> products(i);
      case 2 -> price(i);
      case 3 -> cityAndPrice(i);
      default -> category(i);
    };
  }

  private static Phrase productAndCity(int i) {
    int product = product(i);
    BigDecimal one = decimal(product);
    BigDecimal other = decimal(product + 1);
    BigDecimal city = decimal(city(i));
    BigDecimal least = decimal(20);
    return new Phrase(
        when(
            row(
                "event %s where [[productId eq %d, productId eq %d], [cityId eq %d], [price gte 20]]"
                    .formatted(type(i), product, product + 1, city(i)))),
        scene ->
            (is(scene, "productId", one) || is(scene, "productId", other))
                && is(scene, "cityId", city)
                && atLeast(scene, "price", least),
        "({event.productId} == %d || {event.productId} == %d) && {event.cityId} == %d && {event.price} >= 20"
            .formatted(product, product + 1, city(i)));
  }

  private static Phrase products(int i) {
    int product = product(i);
    BigDecimal one = decimal(product);
    BigDecimal other = decimal(product + 3);
    BigDecimal third = decimal(product + 5);
    return new Phrase(
        when(
            row(
                "event %s where productId in %d %d %d"
                    .formatted(type(i), product, product + 3, product + 5)),
            row("user.country in CN SG")),
        scene ->
            (is(scene, "productId", one)
                    || is(scene, "productId", other)
                    || is(scene, "productId", third))
                && List.of("CN", "SG").contains(scene.profile().values().get("country")),
        """
        ({event.productId} == %d || {event.productId} == %d || {event.productId} == %d) \
        && ({user.country} == 'CN' || {user.country} == 'SG')"""
            .formatted(product, product + 3, product + 5));
  }

  private static Phrase price(int i) {
    int price = 100 + i * 37 % PRICES;
    BigDecimal least = decimal(price);
    return new Phrase(
        when(row("event %s where price gte %d".formatted(type(i), price))),
        scene -> atLeast(scene, "price", least),
        "{event.price} >= " + price);
  }

  private static Phrase cityAndPrice(int i) {
    BigDecimal city = decimal(city(i));
    BigDecimal least = decimal(20 + i % 50);
    BigDecimal most = decimal(120 + i % 50);
    return new Phrase(
        when(
            row(
                "event %s where [[cityId eq %s], [price between %s %s]]"
                    .formatted(type(i), city, least, most)),
            row("user.age gte 18")),
        scene -> is(scene, "cityId", city) && between(scene, "price", least, most) && grown(scene),
        "{event.cityId} == %s && {event.price} >= %s && {event.price} <= %s && {user.age} >= 18"
            .formatted(city, least, most));
  }

  private static Phrase category(int i) {
    BigDecimal category = decimal(i % CATEGORIES);
    return new Phrase(
        when(
            row("event %s where categoryId eq %s".formatted(type(i), category)),
            row("user.vip eq true")),
        scene -> is(scene, "categoryId", category) && vip(scene),
        "{event.categoryId} == %s && {user.vip} == true".formatted(category));
  }

  private static Phrase enough(int i) {
    String sum = "sum(amount of %s)".formatted(type(i));
    String count = "count(%s)".formatted(type(i));
    String other = "count(%s)".formatted(type(i + 1));
    BigDecimal amount = decimal(i % 50);
    return new Phrase(
        when(row(sum + " gte " + amount, count + " gte 5"), row(other + " gte 10")),
        scene ->
            (counts(scene, sum, amount) || counts(scene, count, decimal(5)))
                && counts(scene, other, decimal(10)),
        "({tallies.%s} >= %s || {tallies.%s} >= 5) && {tallies.%s} >= 10"
            .formatted(sum, amount, count, other));
  }

  private static Phrase sameProduct(int i) {
    String type = type(i);
    BigDecimal product = decimal(product(i));
    return new Phrase(
        when(
            row("event %s where productId eq %s".formatted(type, product)), row("user.age gte 18")),
        scene ->
            event(scene).type().equals(type) && is(scene, "productId", product) && grown(scene),
        "{type} == '%s' && {event.productId} == %s && {user.age} >= 18".formatted(type, product));
  }

  private static Phrase late() {
    return new Phrase(
        when(row("after P3D"), row("user.age gte 18", "user.vip eq true")),
        scene -> scene.due().contains("after P3D") && (grown(scene) || vip(scene)),
        "{due}.contains('after P3D') && ({user.age} >= 18 || {user.vip} == true)");
  }

  private static Phrase both(int i) {
    String first = "event %s where productId eq %d".formatted(type(i), product(i));
    String second = "event %s where cityId eq %d".formatted(type(i + 1), city(i));
    BigDecimal product = decimal(product(i));
    BigDecimal city = decimal(city(i));
    String one = type(i);
    String other = type(i + 1);
    return new Phrase(
        when(row(first), row(second)),
        scene ->
            (scene.latched().contains(first)
                    || event(scene).type().equals(one) && is(scene, "productId", product))
                && (scene.latched().contains(second)
                    || event(scene).type().equals(other) && is(scene, "cityId", city)),
        """
        ({latched}.contains('%s') || {type} == '%s' && {event.productId} == %s) \
        && ({latched}.contains('%s') || {type} == '%s' && {event.cityId} == %s)"""
            .formatted(first, one, product, second, other, city));
  }

  private static Phrase often(int i) {
    String aggregate = "count(%s) gte 3 within P7D".formatted(type(i));
    String tally = tally(aggregate);
    return new Phrase(
        when(row(aggregate)),
        scene -> counts(scene, tally, decimal(3)),
        "{tallies.%s} >= 3".formatted(tally));
  }
}

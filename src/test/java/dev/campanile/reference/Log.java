package dev.campanile.reference;

import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.Caps;
import dev.campanile.testkit.Languages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What happens to one user, in the order in which it comes. */
record Log(Instant start, Map<String, Object> profile, List<String> caps, List<Item> items) {

  /** An event, or a change of the profile. */
  record Item(Instant time, String type, Map<String, Object> values) {

    static final String SET = "set";
    static final String PAUSE = "pause";
    static final String RESUME = "resume";

    /** An operator lets a campaign rest, or go on. */
    static Item of(String what, String campaign, Instant time) {
      return new Item(time, what, Map.of("campaign", campaign));
    }

    Item {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * What a change of the profile that is ahead of the events means for the clock is left open.
     */
    private Item notBefore(Instant changed) {
      return time.isBefore(changed) ? new Item(changed, type, values) : this;
    }

    boolean sets() {
      return type.equals(SET);
    }

    CampaignId campaign() {
      return new CampaignId((String) values.get("campaign"));
    }

    @Override
    public String toString() {
      var text = new StringBuilder(time + " " + type);
      values.forEach(
          (key, value) ->
              text.append(' ')
                  .append(key)
                  .append('=')
                  .append(value instanceof String ? "'" + value + "'" : value));
      return text.toString();
    }
  }

  /** The content of the file of caps. */
  Caps capping() {
    return Languages.caps("caps: " + caps);
  }

  /** Whether every pause ends, if at all, after it has begun. */
  private boolean isSound() {
    Set<CampaignId> resting = new HashSet<>();
    return items.stream()
        .allMatch(
            item ->
                switch (item.type()) {
                  case Item.PAUSE -> resting.add(item.campaign());
                  case Item.RESUME -> resting.remove(item.campaign());
                  default -> true;
                });
  }

  List<Log> smaller() {
    return Stream.concat(
            Draft.without(items).map(fewer -> new Log(start, profile, caps, fewer)),
            Draft.without(caps).map(fewer -> new Log(start, profile, fewer, items)))
        .filter(Log::isSound)
        .toList();
  }

  /**
   * Made by chance: equal times, times on deadlines and edges of windows, late ones, two hours a
   * day that are not.
   */
  record Logs(Dice dice) {

    private static final List<String> CAPS =
        List.of(
            "channel: push, per: day",
            "channel: push, per: PT1H",
            "channel: sms, per: week",
            "channel: coupon, per: P1D",
            "tag: promo, per: day",
            "tag: promo, per: PT24H",
            "tag: promo, channel: mail, per: month");

    Log log() {
      Instant start =
          Instant.parse(
              dice.of(
                  "2026-03-02T00:00:00Z",
                  "2026-03-02T00:00:00Z",
                  "2026-03-28T12:00:00Z",
                  "2026-03-28T00:30:00Z",
                  "2026-10-24T00:30:00Z",
                  "2026-04-04T13:30:00Z",
                  "2026-10-03T13:30:00Z"));
      Map<String, Object> profile = new LinkedHashMap<>();
      if (dice.chance(40)) {
        profile.put("timezone", zone());
      }
      if (dice.chance(40)) {
        profile.put("v", dice.of(true, false));
      }
      if (dice.chance(40)) {
        profile.put("n", number());
      }
      return new Log(start, profile, caps(), items(start));
    }

    private List<String> caps() {
      return CAPS.stream()
          .filter(cap -> dice.chance(20))
          .map(cap -> "{ %s, count: %d }".formatted(cap, 1 + dice.upTo(2)))
          .toList();
    }

    private List<Item> items(Instant start) {
      var items = new ArrayList<Item>();
      Instant latest = start;
      Instant changed = start;
      int count = 3 + dice.upTo(11);
      List<String> resting = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        if (dice.chance(25)) {
          // Between all other times: what an order of the same instant comes to is left open.
          items.add(pause(resting, latest.plusSeconds(7 * 60)));
          latest = latest.plusSeconds(15 * 60);
          changed = latest;
        }
        boolean changes = dice.chance(15);
        Item item =
            changes ? change(latest.plusSeconds(60L * ahead())) : event(latest).notBefore(changed);
        changed = changes ? item.time() : changed;
        latest = item.time().isAfter(latest) ? item.time() : latest;
        items.add(item);
      }
      return items;
    }

    private Item pause(List<String> resting, Instant time) {
      if (!resting.isEmpty() && dice.chance(70)) {
        return Item.of(Item.RESUME, resting.removeFirst(), time);
      }
      String campaign = "c" + (2 + dice.upTo(4));
      boolean rests = resting.remove(campaign);
      if (!rests) {
        resting.add(campaign);
      }
      return Item.of(rests ? Item.RESUME : Item.PAUSE, campaign, time);
    }

    private int ahead() {
      return dice.of(0, 0, 15, 30, 30, 60, 60, 90, 120, 1380, 1440, 1500);
    }

    private Item event(Instant latest) {
      int seconds =
          dice.chance(85) ? 60 * ahead() : dice.of(-900, -1800, -3599, -3600, -3601, -7200);
      String type = dice.of("s", "s", "a", "a", "a", "b", "b", "c");
      return new Item(latest.plusSeconds(seconds), type, properties());
    }

    private Map<String, Object> properties() {
      Map<String, Object> properties = new LinkedHashMap<>();
      if (dice.chance(75)) {
        properties.put("x", value());
      }
      if (dice.chance(40)) {
        properties.put("y", value());
      }
      if (dice.chance(60)) {
        properties.put("k", dice.of(BigDecimal.ONE, BigDecimal.TWO, "1"));
      }
      if (dice.chance(15)) {
        properties.put("code", dice.of("C-push", "C-sms"));
      }
      if (dice.chance(35)) {
        position(properties);
      }
      return properties;
    }

    /** In one circle, in the other, in both, in none, or none at all. */
    private void position(Map<String, Object> properties) {
      String[] place =
          dice.of("10 10", "10 9.992", "10 10.013", "20 20", "20 20", "10 370", "100 10")
              .split(" ");
      properties.put("lat", dice.chance(95) ? new BigDecimal(place[0]) : place[0]);
      properties.put("lon", new BigDecimal(place[1]));
    }

    private Item change(Instant time) {
      Map<String, Object> changes = new LinkedHashMap<>();
      switch (dice.upTo(4)) {
        case 4 -> changes.put("timezone", dice.chance(80) ? zone() : null);
        case 0 -> changes.put("n", dice.chance(20) ? null : number());
        case 1 -> changes.put("m", number());
        default -> changes.put("v", dice.of(true, false, null));
      }
      return new Item(time, Item.SET, changes);
    }

    private String zone() {
      return dice.of(
          "Europe/Paris",
          "Europe/Paris",
          "Asia/Shanghai",
          "Asia/Kolkata",
          "Australia/Lord_Howe",
          "America/New_York",
          "Nowhere");
    }

    private Object value() {
      return dice.chance(85) ? number() : dice.of("1", "two", true, new BigDecimal("1.0"));
    }

    private BigDecimal number() {
      return BigDecimal.valueOf(dice.of(0, 1, 1, 2, 2, 3, -1));
    }
  }
}

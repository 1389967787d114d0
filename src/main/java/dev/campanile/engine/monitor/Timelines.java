package dev.campanile.engine.monitor;

import dev.campanile.campaign.Attributes;
import dev.campanile.campaign.CampaignId;
import dev.campanile.campaign.CampaignKey;
import dev.campanile.campaign.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What happened to users, told backwards. Thread-safe. */
public interface Timelines {

  /** The kinds of moments. */
  enum Kind {
    /** An event that counted. */
    EVENT,
    /** An entry, an arrival, a goal, an end, going on under another version, a skipped action. */
    MOVE,
    REFUSAL,
    ORDER
  }

  /**
   * Something that happened to a user.
   *
   * @param offset its place in the user's log: all that one record of the log did shares it
   * @param what in one word: {@code event}, {@code entered}, {@code moved}, {@code reached}, {@code
   *     ended}, {@code migrated}, {@code skipped}, {@code refused}, {@code order}
   * @param campaign none for events, which belong to no campaign
   * @param rule what held, or would have let the user in
   * @param name the type of an event, an action, how it ended, what refused, the former version
   * @param detail the source of an event, the kind of an action, or what refused in words
   * @param cause the id of the event that did it, or the event's own
   * @param values the properties of an event, or the answer to an order
   */
  record Moment(
      long offset,
      Instant at,
      String what,
      Optional<CampaignKey> campaign,
      Optional<String> participation,
      Optional<String> rule,
      String name,
      Optional<String> from,
      Optional<String> to,
      String detail,
      Optional<String> cause,
      Optional<Delivered> order,
      Attributes values) {}

  /**
   * How far an order has come.
   *
   * @param status in the outbox's words
   * @param withheld why it is never performed
   */
  record Delivered(
      String key,
      String status,
      int attempts,
      Optional<String> reason,
      Optional<Instant> heldUntil,
      Optional<String> withheld,
      Optional<Instant> settled) {}

  /**
   * What is asked for.
   *
   * @param campaign of one campaign alone: then of the events those alone that did something in it
   * @param before from before this place in the log
   * @param least so many moments at least, where there are so many: what one record did is told as
   *     a whole
   */
  record Question(
      UserId user,
      Optional<CampaignId> campaign,
      Set<Kind> kinds,
      Optional<Long> before,
      int least) {

    public Question {
      kinds = Set.copyOf(kinds);
    }
  }

  /** The latest first. */
  List<Moment> moments(Question question);
}

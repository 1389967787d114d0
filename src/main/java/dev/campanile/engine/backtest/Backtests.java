package dev.campanile.engine.backtest;

import dev.campanile.campaign.CampaignId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Backtests that somebody has asked for: a queue that all instances share, each of which runs one
 * at a time. What an instance was running that fell silent is taken over by another. Thread-safe.
 */
public interface Backtests {

  /** How far a backtest has come. */
  enum State {
    QUEUED,
    RUNNING,
    DONE,
    /** It could not be run; the problems say why. */
    FAILED,
    CANCELLED
  }

  /**
   * What is asked.
   *
   * @param text of the campaign; empty once it has ended
   * @param files that it names, where they are not the uploaded ones; none once it has ended
   * @param log the name of an uploaded log; none for the stored events
   * @param since earlier events are left out
   * @param until later ones are, and time ends there
   */
  record Question(
      CampaignId campaign,
      String text,
      Map<String, String> files,
      Optional<String> log,
      Optional<Instant> since,
      Optional<Instant> until) {}

  /** How far a run has come, in what it counts; {@code total} is 0 while that is not known. */
  record Progress(long done, long total) {}

  /**
   * A backtest.
   *
   * @param ahead how many are before it in the queue
   * @param report what it came to, as JSON
   */
  record Job(
      String id,
      Question question,
      State state,
      Progress progress,
      long ahead,
      Optional<String> report,
      List<String> problems,
      Instant askedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {}

  /**
   * Queues a question; false where as many as may be wait already. Of what has ended the latest
   * hundred are kept.
   */
  boolean ask(String id, Question question, int most, Instant now);

  /**
   * Takes the first that waits, or one whose owner has been silent, for an owner to run. What two
   * owners fell silent over fails instead.
   *
   * @param silence since when an owner is taken for gone
   */
  Optional<Job> take(String owner, Instant now, Instant silence);

  /** Lets a run that its owner breaks off wait again, as if it had not begun. */
  void putBack(String id, String owner);

  /** Says that a run goes on; false where it is not the owner's to run any more. */
  boolean beat(String id, String owner, Progress progress, Instant now);

  /** Ends a run that is still the owner's. */
  void end(
      String id,
      String owner,
      State state,
      Optional<String> report,
      List<String> problems,
      Instant now);

  /** Ends one that waits or runs; false where it has ended before. */
  boolean cancel(String id, Instant now);

  Optional<Job> job(String id);

  /** The latest of a campaign, or of all, without their texts, files and reports. */
  List<Job> latest(Optional<CampaignId> campaign, int most);
}

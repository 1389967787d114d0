package dev.campanile.translator.check;

import dev.campanile.campaign.Action;
import dev.campanile.campaign.Escape;
import dev.campanile.campaign.Path;
import dev.campanile.engine.action.Channels;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an installation offers to the actions of campaigns. Thread-safe. */
@FunctionalInterface
public interface Offer {

  /**
   * What is wrong with an action, each as "Expected …, but ….", perhaps with a line of advice; an
   * unknown kind is wrong, too.
   */
  List<String> problems(Action action);

  /** Whether there is a channel of this kind. */
  default boolean performs(String kind) {
    return true;
  }

  /**
   * The names that {@code {ID.name}} can ask for once an action of a kind has succeeded; empty
   * where they are not known.
   */
  default Optional<Set<String>> results(String kind) {
    return Optional.empty();
  }

  /** What is done to values before they stand in a text among the parameters of a kind. */
  default Escape escape(String kind, Path parameter) {
    return Escape.usual(parameter);
  }

  /** What the channels of this installation can do. */
  static Offer of(Channels channels) {
    return new Offer() {
      @Override
      public List<String> problems(Action action) {
        return channels.problems(action);
      }

      @Override
      public boolean performs(String kind) {
        return channels.all().stream().anyMatch(channel -> channel.kind().equals(kind));
      }

      @Override
      public Optional<Set<String>> results(String kind) {
        return channels.results(kind);
      }

      @Override
      public Escape escape(String kind, Path parameter) {
        return channels.escape(kind, parameter);
      }
    };
  }
}

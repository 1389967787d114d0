package dev.campanile.engine.scenario;

import dev.campanile.campaign.Violation;
import dev.campanile.campaign.scenario.Mention;
import dev.campanile.campaign.text.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What names of one kind mean: each written form, and the label of everything it may stand for. */
final class Naming {

  private final String what;
  private final Map<String, List<String>> labels = new LinkedHashMap<>();

  /**
   * @param what how messages call one of them
   */
  Naming(String what) {
    this.what = what;
  }

  void add(String written, String label) {
    List<String> known = labels.computeIfAbsent(written, none -> new ArrayList<>());
    if (!known.contains(label)) {
      known.add(label);
    }
  }

  /** The label of a name to which there is no objection. */
  String label(Mention mention) {
    return labels.getOrDefault(mention.text(), List.of(mention.text())).getFirst();
  }

  /** What is wrong with a name; nothing where it stands for one thing. */
  Optional<Violation> objection(Mention mention) {
    List<String> meant = labels.getOrDefault(mention.text(), List.of());
    return switch (meant.size()) {
      case 0 ->
          violation(
              mention,
              "Expected %s, but got %s.".formatted(what, Excerpt.of(mention.text())),
              Excerpt.nearest(mention.text(), labels.keySet()));
      case 1 -> Optional.empty();
      default ->
          violation(
              mention,
              "Expected %s, but %s may be %s."
                  .formatted(what, Excerpt.of(mention.text()), String.join(" or ", meant)),
              "Maybe write '%s'.".formatted(meant.getFirst()));
    };
  }

  private static Optional<Violation> violation(Mention mention, String message, String advice) {
    return Optional.of(Violation.error(mention.place(), "", message, advice));
  }
}

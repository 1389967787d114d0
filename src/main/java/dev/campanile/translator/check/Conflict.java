package dev.campanile.translator.check;

import dev.campanile.campaign.Comparison;
import dev.campanile.campaign.Condition;
import dev.campanile.campaign.Trigger;
import dev.campanile.campaign.text.CampaignText;
import dev.campanile.campaign.text.Excerpt;
import dev.campanile.translator.logic.Formula;
import dev.campanile.translator.logic.Search;
import dev.campanile.translator.logic.Standpoint;
import dev.campanile.translator.logic.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts that must all hold and cannot, brought down to those that exclude each other. */
record Conflict(List<Part> parts) {

  /** One of several things that must all hold, with its text. */
  record Part(String text, Formula formula) {}

  private static final int MOST_PARTS = 64;
  private static final int LONGEST_TEXT = 120;

  static final String ADVICE =
      "Maybe put them into one row: the cells of a row are ORed, rows are ANDed.";

  /** What is left once nothing can be left out; all of it where there is very much. */
  static Conflict among(List<Part> impossible) {
    List<Part> kept = new ArrayList<>(impossible);
    if (impossible.size() <= MOST_PARTS) {
      for (Part part : impossible) {
        List<Part> without = new ArrayList<>(kept);
        without.remove(part);
        if (verdict(without) == Verdict.IMPOSSIBLE) {
          kept = without;
        }
      }
    }
    return new Conflict(List.copyOf(kept));
  }

  static Verdict verdict(List<Part> parts) {
    return Search.decide(Formula.all(parts.stream().map(Part::formula)));
  }

  static List<Part> rows(Views views, Trigger trigger, Standpoint at) {
    return trigger.cells().rows().stream()
        .map(row -> new Part(text(row), views.of(row, at)))
        .toList();
  }

  /** "'a' and 'b' exclude each other", or that one never holds. */
  String told() {
    List<String> texts = parts.stream().map(part -> "'" + part.text() + "'").toList();
    if (texts.size() == 1) {
      return texts.getFirst() + " never does";
    }
    String first = String.join(", ", texts.subList(0, texts.size() - 1));
    return first + " and " + texts.getLast() + " exclude each other";
  }

  static String text(Condition condition) {
    return joined(Stream.of(CampaignText.text(condition)));
  }

  static String text(List<Trigger.Cell> row) {
    return joined(row.stream().map(Trigger.Cell::condition).map(CampaignText::text));
  }

  static String textOf(List<Comparison> row) {
    return joined(row.stream().map(CampaignText::text));
  }

  private static String joined(Stream<String> cells) {
    return Excerpt.cut(cells.collect(Collectors.joining(" or ")), LONGEST_TEXT);
  }
}

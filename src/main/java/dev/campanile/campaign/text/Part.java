package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Span;
import dev.campanile.campaign.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of the file under reading: its tree, and its pointer such as {@code edges[1].when}.
 *
 * <p>What it cannot read as asked it reports, and answers empty, so that reading goes on to the
 * next problem.
 */
record Part(Tree tree, String pointer, Problems problems) {

  /** An error at the part itself. */
  <T> Optional<T> refuse(String message, String advice) {
    return refuse(tree.place(), message, advice);
  }

  <T> Optional<T> refuse(Place place, String message, String advice) {
    problems.add(place, pointer, message, advice);
    return Optional.empty();
  }

  <T> Optional<T> unexpected(String wanted, String advice) {
    return refuse("Expected %s, but got %s.".formatted(wanted, Scalars.describe(tree)), advice);
  }

  /** A scalar's text, in quotes or not; nothing is no text. */
  Optional<String> text() {
    return tree instanceof Tree.Scalar scalar && !Scalars.nothing(scalar)
        ? Optional.of(scalar.text())
        : unexpected("text", "");
  }

  /**
   * What a text means to a reader that throws {@link Misread}, which is reported at its exact
   * place.
   */
  <T> Optional<T> text(Function<String, T> meaning) {
    return text().flatMap(text -> understood(() -> meaning.apply(text)));
  }

  Optional<Integer> integer(int least) {
    if (tree instanceof Tree.Scalar scalar && Scalars.integer(scalar)) {
      int number = Integer.parseInt(scalar.text());
      if (number >= least) {
        return Optional.of(number);
      }
    }
    return unexpected(
        least == Integer.MIN_VALUE
            ? "a whole number"
            : "a whole number from %d on".formatted(least),
        "");
  }

  Optional<Boolean> truth() {
    return tree instanceof Tree.Scalar scalar && Scalars.truth(scalar)
        ? Optional.of(Boolean.valueOf(scalar.text()))
        : unexpected("true or false", "");
  }

  Optional<Span> span() {
    return text(Clocks::span);
  }

  Optional<BigDecimal> percent() {
    return text(ConditionParser::percent);
  }

  /** One of some words. */
  <T> Optional<T> word(Map<String, T> meanings) {
    return text(
        word -> {
          T meaning = meanings.get(word);
          if (meaning == null) {
            throw Misread.of(
                "Expected %s, but got %s."
                    .formatted(Scalars.oneOf(meanings.keySet()), Excerpt.of(word)),
                Excerpt.nearest(word, meanings.keySet()));
          }
          return meaning;
        });
  }

  /** The items of a list that must have some. */
  List<Part> someItems(String what) {
    if (tree instanceof Tree.Sequence sequence && sequence.items().isEmpty()) {
      refuse("Expected at least one of %s, but the list is empty.".formatted(what), "");
    }
    return items(what);
  }

  /** The items of a list, of which there may be none. */
  List<Part> items(String what) {
    if (!(tree instanceof Tree.Sequence sequence)) {
      unexpected("a list of " + what, "");
      return List.of();
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < sequence.items().size(); i++) {
      parts.add(item(sequence, i));
    }
    return parts;
  }

  Part item(Tree.Sequence sequence, int index) {
    return new Part(sequence.items().get(index), pointer + "[" + index + "]", problems);
  }

  Part member(Tree.Member member) {
    return new Part(
        member.value(), pointer.isEmpty() ? member.key() : pointer + "." + member.key(), problems);
  }

  /** Reports a misread of this part where it is, inside the scalar if it says so. */
  <T> Optional<T> understood(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (Misread misread) {
      Place place = tree instanceof Tree.Scalar scalar ? scalar.at(misread.offset()) : tree.place();
      return refuse(place, misread.message(), misread.advice());
    }
  }
}

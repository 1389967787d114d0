package dev.campanile.campaign.text;

import dev.campanile.campaign.Place;
import dev.campanile.campaign.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Trees to be printed, hence without places. */
final class Trees {

  private Trees() {}

  static Tree text(Object text) {
    return new Tree.Scalar(Place.START, text.toString(), true, "");
  }

  /**
   * What stands without quotes: numbers, truth values, and texts that are no string to the reader.
   */
  static Tree plain(Object value) {
    return new Tree.Scalar(Place.START, value.toString(), false, "");
  }

  static Tree number(BigDecimal number) {
    return plain(number.toPlainString());
  }

  static Tree list(List<Tree> items) {
    return new Tree.Sequence(Place.START, items);
  }

  static <T> Tree list(List<T> items, Function<T, Tree> printing) {
    return list(items.stream().map(printing).toList());
  }

  @SafeVarargs
  static Tree.Mapping mapping(Optional<Tree.Member>... members) {
    var present = new ArrayList<Tree.Member>();
    for (Optional<Tree.Member> member : members) {
      member.ifPresent(present::add);
    }
    return new Tree.Mapping(Place.START, present);
  }

  static Optional<Tree.Member> member(String key, Tree value) {
    return Optional.of(new Tree.Member(Place.START, key, value));
  }

  static Optional<Tree.Member> member(String key, Optional<Tree> value) {
    return value.flatMap(present -> member(key, present));
  }

  /** A member that is left out where it has its default. */
  static <T> Optional<Tree.Member> unless(
      Object usual, String key, T value, Function<T, Tree> printing) {
    return value.equals(usual) ? Optional.empty() : member(key, printing.apply(value));
  }

  /** Any value of an action's parameters, or nothing. */
  static Tree value(@Nullable Object value) {
    return switch (value) {
      case null -> plain("null");
      case BigDecimal number -> number(number);
      case Boolean truth -> plain(truth);
      case List<?> list -> list(list.stream().map(Trees::value).toList());
      case Map<?, ?> map -> new Tree.Mapping(Place.START, members(map));
      default -> text(value);
    };
  }

  static List<Tree.Member> members(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(
            entry ->
                new Tree.Member(
                    Place.START, String.valueOf(entry.getKey()), value(entry.getValue())))
        .toList();
  }
}

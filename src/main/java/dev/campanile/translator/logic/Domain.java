package dev.campanile.translator.logic;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * A set of values that a condition may find: numbers and texts by their order, and other kinds.
 * Closed under union, intersection and complement; immutable.
 */
record Domain(Set<Other> others, Ranges<NumberCut> numbers, Ranges<TextCut> texts) {

  /** What is neither a number nor a text. */
  enum Other {
    MISSING,
    TRUE,
    FALSE,
    LIST,
    OBJECT
  }

  static final Domain NONE = new Domain(Set.of(), Ranges.none(), Ranges.none());
  static final Domain ANY = NONE.complement();
  static final Domain MISSING = of(Other.MISSING);
  static final Domain TRUTH =
      new Domain(Set.of(Other.TRUE, Other.FALSE), Ranges.none(), Ranges.none());
  static final Domain NUMBER = ofNumbers(Ranges.all());
  static final Domain TEXT = ofTexts(Ranges.all());
  static final Domain LIST = of(Other.LIST);

  Domain {
    others = Set.copyOf(others);
  }

  static Domain of(Other other) {
    return new Domain(Set.of(other), Ranges.none(), Ranges.none());
  }

  static Domain of(boolean truth) {
    return of(truth ? Other.TRUE : Other.FALSE);
  }

  static Domain ofNumbers(Ranges<NumberCut> numbers) {
    return new Domain(Set.of(), numbers, Ranges.none());
  }

  static Domain ofTexts(Ranges<TextCut> texts) {
    return new Domain(Set.of(), Ranges.none(), texts);
  }

  static Domain from(BigDecimal least) {
    return ofNumbers(Ranges.from(NumberCut.below(least)));
  }

  static Domain below(BigDecimal bound) {
    return ofNumbers(Ranges.upTo(NumberCut.below(bound)));
  }

  static Domain only(BigDecimal number) {
    return ofNumbers(Ranges.between(NumberCut.below(number), NumberCut.above(number)));
  }

  Domain complement() {
    Set<Other> rest = EnumSet.allOf(Other.class);
    rest.removeAll(others);
    return new Domain(rest, numbers.complement(), texts.complement());
  }

  Domain and(Domain other) {
    return new Domain(
        combined(
            other,
            (a, b) -> {
              a.retainAll(b);
              return a;
            }),
        numbers.and(other.numbers),
        texts.and(other.texts));
  }

  Domain or(Domain other) {
    return new Domain(
        combined(
            other,
            (a, b) -> {
              a.addAll(b);
              return a;
            }),
        numbers.or(other.numbers),
        texts.or(other.texts));
  }

  boolean isNone() {
    return others.isEmpty() && numbers.isNone() && texts.isNone();
  }

  boolean has(Other other) {
    return others.contains(other);
  }

  /** Whether one of its numbers is whole. */
  boolean hasWholeNumber() {
    return numbers.pieces().stream().anyMatch(Domain::holdsWhole);
  }

  private static boolean holdsWhole(Ranges.Range<NumberCut> piece) {
    if (piece.from().isEmpty() || piece.to().isEmpty()) {
      return true;
    }
    NumberCut from = piece.from().getFirst();
    BigDecimal first =
        from.number().setScale(0, from.above() ? RoundingMode.FLOOR : RoundingMode.CEILING);
    BigDecimal whole = from.above() ? first.add(BigDecimal.ONE) : first;
    return NumberCut.above(whole).compareTo(piece.to().getFirst()) <= 0;
  }

  private Set<Other> combined(Domain other, BinaryOperator<Set<Other>> operation) {
    Set<Other> mine = EnumSet.noneOf(Other.class);
    mine.addAll(others);
    return operation.apply(mine, other.others);
  }
}

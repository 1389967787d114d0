package dev.campanile.campaign;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A Boolean text as its author wrote it, over leaves of one kind; negation has been pushed into the
 * leaves.
 */
public sealed interface Expression<T> {

  record Leaf<T>(T value) implements Expression<T> {}

  /** All parts hold; of no parts: true. */
  record And<T>(List<Expression<T>> parts) implements Expression<T> {

    public And {
      parts = List.copyOf(parts);
    }
  }

  /** One part holds; of no parts: false. */
  record Or<T>(List<Expression<T>> parts) implements Expression<T> {

    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** A two-dimensional array as an expression: rows ANDed, the cells of a row ORed. */
  static <T> Expression<T> ofRows(List<List<T>> rows) {
    return new And<>(
        rows.stream()
            .<Expression<T>>map(
                row -> new Or<>(row.stream().<Expression<T>>map(Leaf::new).toList()))
            .toList());
  }

  /** The same without brackets that do nothing and without repeated parts; order is kept. */
  default Expression<T> plain() {
    return switch (this) {
      case Leaf<T> leaf -> leaf;
      case And<T> and -> single(plainParts(and.parts(), true), And::new);
      case Or<T> or -> single(plainParts(or.parts(), false), Or::new);
    };
  }

  private static <T> List<Expression<T>> plainParts(List<Expression<T>> parts, boolean anded) {
    return parts.stream()
        .map(Expression::plain)
        .flatMap(part -> anded ? conjuncts(part) : disjuncts(part))
        .distinct()
        .toList();
  }

  private static <T> Stream<Expression<T>> conjuncts(Expression<T> part) {
    return part instanceof And<T> and ? and.parts().stream() : Stream.of(part);
  }

  private static <T> Stream<Expression<T>> disjuncts(Expression<T> part) {
    return part instanceof Or<T> or ? or.parts().stream() : Stream.of(part);
  }

  private static <T> Expression<T> single(
      List<Expression<T>> parts, Function<List<Expression<T>>, Expression<T>> several) {
    return parts.size() == 1 ? parts.getFirst() : several.apply(parts);
  }

  default <R> Expression<R> map(Function<T, R> change) {
    return switch (this) {
      case Leaf<T> leaf -> new Leaf<>(change.apply(leaf.value()));
      case And<T> and -> new And<>(and.parts().stream().map(part -> part.map(change)).toList());
      case Or<T> or -> new Or<>(or.parts().stream().map(part -> part.map(change)).toList());
    };
  }

  default void forEachLeaf(Consumer<T> action) {
    switch (this) {
      case Leaf<T> leaf -> action.accept(leaf.value());
      case And<T> and -> and.parts().forEach(part -> part.forEachLeaf(action));
      case Or<T> or -> or.parts().forEach(part -> part.forEachLeaf(action));
    }
  }
}

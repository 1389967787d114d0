package dev.campanile.campaign;

import java.util.List;
import java.util.function.Consumer;

/** A Boolean text as its author wrote it, over leaves of one kind; negation has been pushed into the leaves. */
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
        rows.stream().<Expression<T>>map(row -> new Or<>(row.stream().<Expression<T>>map(Leaf::new).toList())).toList());
  }

  default void forEachLeaf(Consumer<T> action) {
    switch (this) {
      case Leaf<T> leaf -> action.accept(leaf.value());
      case And<T> and -> and.parts().forEach(part -> part.forEachLeaf(action));
      case Or<T> or -> or.parts().forEach(part -> part.forEachLeaf(action));
    }
  }
}

package dev.campanile.campaign.text;

import dev.campanile.campaign.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Boolean texts: {@code !} before {@code &&} before {@code ||}; negation is pushed into the leaves
 * as it is read.
 */
final class BooleanParser<T> {

  /** Reads one leaf, and turns it into its opposite where negated. */
  interface LeafParser<T> {
    T leaf(Cursor cursor, boolean negated);
  }

  private final LeafParser<T> leaves;

  BooleanParser(LeafParser<T> leaves) {
    this.leaves = leaves;
  }

  Expression<T> parse(Cursor cursor) {
    return alternatives(cursor, false, 0);
  }

  private Expression<T> alternatives(Cursor cursor, boolean negated, int depth) {
    var parts = new ArrayList<Expression<T>>();
    do {
      parts.add(conjunction(cursor, negated, depth));
    } while (tookSign(cursor, "||"));
    return negated ? and(parts) : or(parts);
  }

  private Expression<T> conjunction(Cursor cursor, boolean negated, int depth) {
    var parts = new ArrayList<Expression<T>>();
    do {
      parts.add(negation(cursor, negated, depth));
    } while (tookSign(cursor, "&&"));
    return negated ? or(parts) : and(parts);
  }

  private Expression<T> negation(Cursor cursor, boolean negated, int depth) {
    boolean turned = negated;
    while (cursor.skipBlank().took("!")) {
      turned = !turned;
    }
    return cursor.sees("(")
        ? bracketed(cursor, turned, depth + 1)
        : new Expression.Leaf<>(leaves.leaf(cursor, turned));
  }

  private Expression<T> bracketed(Cursor cursor, boolean negated, int depth) {
    if (depth > Lexical.DEEPEST) {
      throw cursor.expected("at most %d nested brackets".formatted(Lexical.DEEPEST), "");
    }
    cursor.expect("(");
    Expression<T> inner = alternatives(cursor, negated, depth);
    cursor.expect(")");
    return inner;
  }

  private static boolean tookSign(Cursor cursor, String sign) {
    boolean took = cursor.skipBlank().took(sign);
    if (!took && cursor.sees(sign.substring(1))) {
      throw cursor.expected("'" + sign + "'", "Maybe double the sign.");
    }
    return took;
  }

  private static <T> Expression<T> and(List<Expression<T>> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Expression.And<>(parts);
  }

  private static <T> Expression<T> or(List<Expression<T>> parts) {
    return parts.size() == 1 ? parts.getFirst() : new Expression.Or<>(parts);
  }
}

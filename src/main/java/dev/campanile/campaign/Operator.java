package dev.campanile.campaign;

import java.util.Arrays;
import java.util.Optional;

/** How a comparison compares. Each has one canonical word; six have a sign as well. */
public enum Operator {
  EQ("eq", "=="),
  NE("ne", "!="),
  GT("gt", ">"),
  GTE("gte", ">="),
  LT("lt", "<"),
  LTE("lte", "<="),
  IN("in", ""),
  NIN("nin", ""),
  BETWEEN("between", ""),
  CONTAINS("contains", ""),
  STARTS_WITH("startsWith", ""),
  ENDS_WITH("endsWith", ""),
  MATCHES("matches", ""),
  EXISTS("exists", ""),
  MISSING("missing", ""),
  BEFORE("before", ""),
  AFTER("after", "");

  private final String word;
  private final String sign;

  Operator(String word, String sign) {
    this.word = word;
    this.sign = sign;
  }

  /** The canonical word, as printed. */
  public String word() {
    return word;
  }

  /** The operator of this word or sign. */
  public static Optional<Operator> of(String text) {
    return Arrays.stream(values())
        .filter(o -> o.word.equals(text) || (!text.isEmpty() && o.sign.equals(text)))
        .findFirst();
  }

  /** What {@code !} turns this into; empty where the language has no opposite. */
  public Optional<Operator> opposite() {
    return switch (this) {
      case EQ -> Optional.of(NE);
      case NE -> Optional.of(EQ);
      case GT -> Optional.of(LTE);
      case LTE -> Optional.of(GT);
      case GTE -> Optional.of(LT);
      case LT -> Optional.of(GTE);
      case IN -> Optional.of(NIN);
      case NIN -> Optional.of(IN);
      case EXISTS -> Optional.of(MISSING);
      case MISSING -> Optional.of(EXISTS);
      case BETWEEN, CONTAINS, STARTS_WITH, ENDS_WITH, MATCHES, BEFORE, AFTER -> Optional.empty();
    };
  }
}

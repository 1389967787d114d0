package dev.campanile.campaign;

/** One comparison of an attribute with a value, such as {@code price gte 20}. */
public record Comparison(Path path, Operator operator, Operand operand) {}

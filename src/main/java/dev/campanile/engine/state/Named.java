package dev.campanile.engine.state;

/**
 * Something a trigger looks at, with the canonical text that rules and stored states call it by.
 */
public record Named<T>(String name, T meaning) {}

package dev.campanile.engine.warehouse;

/**
 * A record that could not be read or judged; it waits for a person. {@code user} is empty where it
 * is unreadable.
 */
public record Dead(long offset, String user, String payload, String error) {}

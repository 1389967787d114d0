package dev.campanile.access;

/** Hashes passwords slowly, so that who steals the hashes cannot try many: a port. Thread-safe. */
public interface Passwords {

  /** With a salt of its own, so that equal passwords do not look equal. */
  String hash(String password);

  boolean matches(String password, String hash);
}

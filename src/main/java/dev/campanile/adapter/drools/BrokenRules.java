package dev.campanile.adapter.drools;

import java.util.List;

/** Thrown where a text is no DRL; carries every error found. */
final class BrokenRules extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<String> errors;

  BrokenRules(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  List<String> errors() {
    return errors;
  }
}

package dev.campanile.adapter.drools;

import java.util.Map;

/**
 * What DRL compiles to: classes by binary name, one of which is the executable model of the rules.
 */
record Bytecode(String model, Map<String, byte[]> classes) {

  Bytecode {
    classes = Map.copyOf(classes);
  }
}

package dev.campanile.campaign;

import java.util.regex.Pattern;

/**
 * What the files around campaigns are, by their names: lists of users end in {@code .csv}, areas in
 * {@code .geojson}, scenarios in {@code .scenario.yaml}.
 *
 * <p>In the name of a file that campaigns may name a letter, digit or {@code _} comes first and
 * nothing needs escaping, so that it is one part of a path, of a URL and of a text.
 */
public final class FileNames {

  private static final String STEM = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}";
  private static final Pattern LIST = Pattern.compile(STEM + "\\.csv");
  private static final Pattern OUTLINE = Pattern.compile(STEM + "\\.geojson");

  private static final Pattern SCENARIOS = Pattern.compile("[^.~#].*\\.scenario\\.(ya?ml|json)");

  private FileNames() {}

  /** Whether it holds scenarios: it stands among campaigns and is none. */
  public static boolean ofScenarios(String name) {
    return SCENARIOS.matcher(name).matches();
  }

  public static boolean ofList(String name) {
    return LIST.matcher(name).matches();
  }

  public static boolean ofOutline(String name) {
    return OUTLINE.matcher(name).matches();
  }
}

package dev.campanile.campaign;

import java.util.regex.Pattern;

/**
 * The names of files that campaigns may name: lists of users end in {@code .csv}, areas in {@code
 * .geojson}.
 *
 * <p>A letter, digit or {@code _} comes first and nothing needs escaping, so that a name is one
 * part of a path, of a URL and of a text.
 */
public final class FileNames {

  private static final String STEM = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}";
  private static final Pattern LIST = Pattern.compile(STEM + "\\.csv");
  private static final Pattern OUTLINE = Pattern.compile(STEM + "\\.geojson");

  private FileNames() {}

  public static boolean ofList(String name) {
    return LIST.matcher(name).matches();
  }

  public static boolean ofOutline(String name) {
    return OUTLINE.matcher(name).matches();
  }
}

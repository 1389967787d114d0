package dev.campanile.cli;

import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.Violation;
import dev.campanile.campaign.Violation.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Campaign files as the commands see them. */
final class CampaignFiles {

  private static final String CAPS = "caps.yaml";

  /** Not campaigns, though they stand among them. */
  private static final Set<String> OTHERS = Set.of("pools.yaml", CAPS);

  private CampaignFiles() {}

  /** The files, and the campaigns in the folders, in the order given. */
  static List<Path> in(List<Path> filesAndFolders) throws IOException {
    return in(filesAndFolders, CampaignFiles::isCampaign);
  }

  /** The files, and the campaigns and frequency caps in the folders, in the order given. */
  static List<Path> withCaps(List<Path> filesAndFolders) throws IOException {
    return in(filesAndFolders, file -> isCampaign(file) || isCaps(file));
  }

  /** The frequency caps that stand beside files. */
  static List<Path> capsBeside(List<Path> files) {
    return files.stream()
        .map(file -> file.resolveSibling(CAPS))
        .distinct()
        .filter(Files::isRegularFile)
        .toList();
  }

  static boolean isCaps(Path file) {
    return name(file).equals(CAPS);
  }

  /** The files, and the scenario files in the folders, in the order given. */
  static List<Path> scenarios(List<Path> filesAndFolders) throws IOException {
    return in(
        filesAndFolders, file -> FileNames.ofScenarios(name(file)) && Files.isRegularFile(file));
  }

  private static List<Path> in(List<Path> filesAndFolders, Predicate<Path> wanted)
      throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : filesAndFolders) {
      if (Files.isDirectory(path)) {
        try (var entries = Files.list(path)) {
          entries.filter(wanted).sorted().forEach(files::add);
        }
      } else {
        files.add(path);
      }
    }
    return files;
  }

  /** As compilers say it, so that editors and terminals lead to the place. */
  static String line(Path file, Violation violation) {
    String severity =
        violation.severity() == Severity.ERROR
            ? ""
            : violation.severity().name().toLowerCase(Locale.ROOT) + ": ";
    String advice = violation.advice().isEmpty() ? "" : " " + violation.advice();
    return file + ":" + violation.place() + ": " + severity + violation.message() + advice;
  }

  /** The text of a file; where it cannot be had, that is said instead. */
  static Optional<String> text(Path file, PrintWriter out) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException unreadable) {
      out.println(file + ":1:1: " + problem(unreadable));
      return Optional.empty();
    }
  }

  /** Why there is no text. */
  static String problem(IOException unreadable) {
    return switch (unreadable) {
      case NoSuchFileException missing -> "Expected a file, but there is none.";
      case CharacterCodingException binary -> "Expected text in UTF-8, but it is something else.";
      default -> "Expected to read the file, but: " + unreadable.getMessage();
    };
  }

  private static boolean isCampaign(Path file) {
    String name = name(file);
    return name.matches("[^.~#].*\\.(ya?ml|json)")
        && !OTHERS.contains(name)
        && !FileNames.ofScenarios(name)
        && Files.isRegularFile(file);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}

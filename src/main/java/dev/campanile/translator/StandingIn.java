package dev.campanile.translator;

import dev.campanile.campaign.FileNames;
import dev.campanile.campaign.UserId;
import dev.campanile.campaign.scenario.Given;
import java.util.Optional;

/** Lists of users as a scenario has them, in place of the files beside the campaign. */
public final class StandingIn {

  private StandingIn() {}

  /** The files, with the lists that say whether the user of a scenario is in them. */
  public static FileSource lists(Given given, FileSource beside) {
    if (given.lists().isEmpty()) {
      return beside;
    }
    return name ->
        FileNames.ofList(name)
            ? FileSource.of(list -> Optional.of(csv(given, list))).named(name)
            : beside.named(name);
  }

  private static String csv(Given given, String list) {
    boolean inside = given.lists().orElseThrow().stream().anyMatch(in -> in.text().equals(list));
    UserId user = given.who();
    return "user\n\"%s\"\n".formatted(inside ? quoted(user.text()) : someoneElse(user));
  }

  private static String quoted(String user) {
    return user.replace("\"", "\"\"");
  }

  /** A list must have somebody in it. */
  private static String someoneElse(UserId user) {
    return user.text().equals("nobody") ? "somebody" : "nobody";
  }
}

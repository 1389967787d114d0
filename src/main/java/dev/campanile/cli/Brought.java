package dev.campanile.cli;

import dev.campanile.campaign.text.CampaignReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands have in common that bring campaign files to a service: for picocli to mix in. */
final class Brought {

  /** What is done with one file; what it answers is printed. */
  @FunctionalInterface
  interface Deed {

    List<String> done(CandidateFile file, Server server)
        throws Server.Refused, InterruptedException;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description =
          "campaign files, and folders of them; files beside them that they name go along")
  private List<Path> paths;

  @Mixin private Target target;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  Brought() {}

  /**
   * Does it with each file, whatever becomes of the others.
   *
   * @return whether all went well
   */
  boolean each(CampaignReader reader, Deed deed) throws IOException, InterruptedException {
    Server server = target.server();
    boolean fine = true;
    for (Path path : CampaignFiles.in(paths)) {
      fine &= one(path, reader, server, deed);
    }
    out().flush();
    return fine;
  }

  private boolean one(Path path, CampaignReader reader, Server server, Deed deed)
      throws InterruptedException {
    List<String> lines = new ArrayList<>();
    boolean fine = true;
    try {
      lines.addAll(deed.done(CandidateFile.of(path, reader), server));
    } catch (Server.Refused refused) {
      lines.addAll(refused.about(path));
      fine = false;
    }
    lines.forEach(out()::println);
    return fine;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}

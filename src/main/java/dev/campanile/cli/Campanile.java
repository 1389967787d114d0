package dev.campanile.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of all commands; by itself it only shows how to use them. */
@Command(
    name = "campanile",
    description = "Campaign graphs compiled into rules, every user a finite state machine.",
    mixinStandardHelpOptions = true,
    version = "campanile 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:fine", "1:problems were found", "2:wrong usage"})
public final class Campanile implements Runnable {

  @Spec private CommandSpec spec;

  /** For picocli. */
  public Campanile() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Expected a command, but there is none.");
  }
}

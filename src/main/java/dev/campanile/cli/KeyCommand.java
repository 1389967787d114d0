package dev.campanile.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keys by which services and scripts are let in. */
@Command(
    name = "key",
    description = "Keys by which services and scripts are let in.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class KeyCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** For picocli. */
  @SuppressWarnings("NullAway.Init")
  public KeyCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Expected a command such as 'create', but there is none.");
  }
}

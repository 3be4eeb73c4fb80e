package io.aisle.app.cli;

import io.aisle.core.workspace.Vault;
import io.aisle.domain.InputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle change-passphrase}: another passphrase for an encrypted workspace. */
@Command(
    name = "change-passphrase",
    description = {
      "Gives an encrypted workspace another passphrase. The data are not written anew: whoever has",
      "the old passphrase and an old copy of workspace.key, as in a backup, can still open them."
    })
final class ChangePassphraseCommand implements Callable<Integer> {
  private final RootCommand root;

  @Option(
      names = "--new-passphrase-file",
      paramLabel = "FILE",
      description = "File whose first line is the passphrase to be (default: it is asked for).")
  private Path fresh;

  ChangePassphraseCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Path workspace = root.paths().workspace();
    if (!Vault.isEncrypted(workspace)) {
      throw new InputException("The workspace %s is not encrypted.".formatted(workspace));
    }
    char[] old = root.passphrases().of(workspace);
    char[] next = Passphrases.fresh(fresh, "--new-passphrase-file");
    try {
      Vault.change(workspace, old, next);
    } finally {
      Vault.wipe(old);
      Vault.wipe(next);
    }
    root.console().out().println(workspace + " has another passphrase");
    return ExitCode.DONE.code();
  }
}

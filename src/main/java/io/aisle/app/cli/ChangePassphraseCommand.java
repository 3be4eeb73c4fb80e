package io.aisle.app.cli;

import io.aisle.core.workspace.Vault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aisle change-passphrase}: another passphrase for an encrypted workspace. */
@Command(
    name = "change-passphrase",
    description = {
      "Gives an encrypted workspace another passphrase. The data are not written anew: whoever has",
      "the old passphrase and an old copy of workspace.key, as in a backup, can still open them."
    })
final class ChangePassphraseCommand implements Callable<Integer> {
  private final RootCommand root;

  @Mixin private NewPassphrase fresh;

  ChangePassphraseCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Path workspace = root.paths().workspace();
    Vault.requireEncrypted(workspace);
    char[] old = root.passphrases().of(workspace);
    char[] next = fresh.read();
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

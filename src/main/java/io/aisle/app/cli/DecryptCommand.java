package io.aisle.app.cli;

import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.VaultConversion;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code aisle decrypt}: the workspace becomes plain again. */
@Command(
    name = "decrypt",
    description =
        "Decrypts the workspace, which then opens without a passphrase. What was cut off is gone on"
            + " with.")
final class DecryptCommand implements Callable<Integer> {
  private final RootCommand root;

  DecryptCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Path workspace = root.paths().workspace();
    Vault.requireEncrypted(workspace);
    char[] passphrase = root.passphrases().of(workspace);
    EncryptCommand.convert(root, "decrypt", passphrase, VaultConversion::decrypt);
    root.console().out().println(workspace + " is not encrypted any more");
    return ExitCode.DONE.code();
  }
}

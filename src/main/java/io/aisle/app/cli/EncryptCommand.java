package io.aisle.app.cli;

import io.aisle.app.Logging;
import io.aisle.app.Passphrase;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.workspace.BackupShelf;
import io.aisle.core.workspace.KnownBackup;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.VaultConversion;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.job.CancelSignal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aisle encrypt}: a workspace that can be read with its passphrase only. */
@Command(
    name = "encrypt",
    description = {
      "Encrypts everything in the workspace: data, snapshots, runs, settings, logs (AES-256). From",
      "then on its passphrase is asked for. A lost passphrase means lost data: nobody can restore",
      "it. Names of files and folders are not hidden. What was cut off is gone on with."
    })
final class EncryptCommand implements Callable<Integer> {
  private final RootCommand root;

  @Mixin private NewPassphrase fresh;

  EncryptCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    Path workspace = root.paths().workspace();
    char[] passphrase = Vault.isEncrypted(workspace) ? known(workspace) : fresh.read();
    convert(root, "encrypt", passphrase, VaultConversion::encrypt);
    PrintStream out = root.console().out();
    out.println(
        workspace
            + " is encrypted; keep the passphrase, and a backup: without it the data are lost");
    tellPlain(new BackupShelf(new WorkspaceLayout(workspace)), out);
    return ExitCode.DONE.code();
  }

  /** What was written before stays as it was. */
  private static void tellPlain(BackupShelf shelf, PrintStream out) {
    List<KnownBackup> before =
        Stream.concat(shelf.backups().stream(), shelf.away().stream()).toList();
    if (!before.isEmpty()) {
      out.println(
          "Backups that were written before may not be encrypted; make a new one and delete them:");
      before.forEach(each -> out.println("  " + each.file()));
    }
  }

  /** That of a workspace that is encrypted, or half so, when the same command is given again. */
  private char[] known(Path workspace) {
    return fresh.file().map(Passphrase::ofFile).orElseGet(() -> root.passphrases().of(workspace));
  }

  /** One way or the other. */
  @FunctionalInterface
  interface Way {
    void go(VaultConversion conversion, char[] passphrase);
  }

  /** Converts the workspace with progress; its log is closed meanwhile. */
  static void convert(RootCommand root, String name, char[] passphrase, Way way) {
    Path workspace = root.paths().workspace();
    Logging.stop();
    try (ProgressLine progress = new ProgressLine(root.console(), name);
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      Failures.value(
          jobs.submit(
                  name,
                  JobNeeds.LIGHT,
                  control -> {
                    way.go(new VaultConversion(workspace, control), passphrase);
                    return true;
                  })
              .outcome()
              .orElseThrow());
    } finally {
      Vault.wipe(passphrase);
      Logging.move(root.paths());
    }
  }
}

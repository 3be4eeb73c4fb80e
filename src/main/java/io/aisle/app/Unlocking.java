package io.aisle.app;

import io.aisle.core.job.JobControl;
import io.aisle.core.workspace.Reopen;
import io.aisle.core.workspace.Vault;
import io.aisle.core.workspace.VaultConversion;

/**
 * Opens encrypted workspaces, and those that are to be so or not any more. Each blocks, overwrites
 * the passphrase when it is through, and throws what the conversion throws.
 */
final class Unlocking {
  private Unlocking() {}

  /** Opens a workspace; what was cut off is finished first. */
  static Attempt unlock(AppPaths paths, char[] passphrase, JobControl control) {
    try {
      new VaultConversion(paths.workspace(), control).finish(passphrase);
      return open(paths, passphrase);
    } finally {
      Vault.wipe(passphrase);
    }
  }

  /** Gives the files of a workspace that is closed the other form, and opens it again. */
  static Attempt convert(AppPaths paths, Reopen.Converted to, JobControl control) {
    VaultConversion conversion = new VaultConversion(paths.workspace(), control);
    Logging.stop();
    try {
      if (to.seal()) {
        conversion.encrypt(to.passphrase());
      } else {
        conversion.decrypt(to.passphrase());
      }
      return open(paths, to.passphrase());
    } finally {
      Vault.wipe(to.passphrase());
    }
  }

  /** With new paths: the files may have another form than when the old ones were made. */
  private static Attempt open(AppPaths paths, char[] passphrase) {
    AppPaths next = new AppPaths(Vault.raw(paths.workspace()), paths.home(), paths.origin());
    Vault.askedOf(next.workspace(), folder -> passphrase.clone());
    Vault.open(next.workspace());
    Logging.move(next);
    return Attempt.at(next);
  }
}

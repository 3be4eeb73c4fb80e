package io.aisle.core.workspace;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import io.aisle.store.sealed.WorkspaceKey;
import io.aisle.store.sealed.WorkspaceKey.State;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Encrypted workspaces: which they are, and their keys. Arrays with passphrases belong to the
 * caller. Thread-safe.
 */
public final class Vault {
  /** Fewest characters of a new passphrase. */
  public static final int SHORTEST = 8;

  private Vault() {}

  /**
   * A path as the program uses it: one that decrypts, where it lies in an encrypted workspace. The
   * passphrase is asked for when a file is first opened.
   *
   * @param passphrase is told the workspace and gives its passphrase, or refuses by an exception
   */
  public static Path path(Path any, Function<Path, char[]> passphrase) {
    Path seen = Sealed.path(any);
    if (Sealed.of(seen).isPresent()) {
      return seen;
    }
    Optional<Path> root = WorkspaceKey.around(seen);
    root.ifPresent(
        folder -> {
          SealedFileSystem unused =
              Sealed.mount(folder, () -> ask(folder, passphrase.apply(folder)));
        });
    return root.isPresent() ? Sealed.path(any) : any;
  }

  private static DataKey ask(Path folder, char[] passphrase) {
    WorkspaceKey file = WorkspaceKey.read(folder);
    DataKey key = file.unlock(passphrase, folder);
    if (file.state() != State.SEALED) {
      throw new OperationException(
          "The workspace %s is half encrypted, since that was cut off; run 'aisle %s' again, which finishes it."
              .formatted(folder, file.state() == State.SEALING ? "encrypt" : "decrypt"));
    }
    return key;
  }

  /** A path of the system that somebody has chosen; it decrypts in a workspace that is open. */
  public static Path seen(Path chosen) {
    return Sealed.path(chosen);
  }

  /**
   * As {@link #path}, for a workspace that has its path already: from now on another one is asked.
   */
  public static void askedOf(Path any, Function<Path, char[]> passphrase) {
    Sealed.of(any)
        .ifPresent(files -> files.askedOf(() -> ask(files.root(), passphrase.apply(files.root()))));
  }

  /** Whether the workspace is encrypted, or was to be when that was cut off. */
  public static boolean isEncrypted(Path folder) {
    return WorkspaceKey.isIn(folder);
  }

  /** The encrypted workspace to which a path belongs that {@link #path} gave, as the system's. */
  public static Optional<Path> root(Path path) {
    return Sealed.of(path).map(SealedFileSystem::root);
  }

  /** The path of the system: what is read from it is what stands on the disk. */
  public static Path raw(Path path) {
    return Sealed.raw(path);
  }

  /** Whether two paths are the same place, whether they decrypt or not. */
  public static boolean same(Path one, Path other) {
    return absolute(one).equals(absolute(other));
  }

  private static Path absolute(Path path) {
    return Sealed.raw(path).toAbsolutePath().normalize();
  }

  /** Whether somebody has to say the passphrase before files of the path can be read. */
  public static boolean isLocked(Path path) {
    return Sealed.of(path).map(files -> !files.unlocked()).orElse(false);
  }

  /**
   * Takes the key of a workspace, so that nobody is asked for it later.
   *
   * @param folder as {@link #path} gave it
   * @throws InputException when the passphrase is wrong, or none is given
   */
  public static void open(Path folder) {
    Sealed.of(folder).ifPresent(SealedFileSystem::key);
  }

  /** A copy of a workspace is opened with the key that the workspace was opened with. */
  public static void follow(Path open, Path copy) {
    Sealed.of(open)
        .filter(SealedFileSystem::unlocked)
        .ifPresent(
            files -> {
              DataKey key = files.key();
              SealedFileSystem unused = Sealed.mount(copy, () -> key);
            });
  }

  /** Forgets the key of a workspace that is not used any more. */
  public static void forget(Path folder) {
    Sealed.of(Sealed.path(folder)).ifPresent(SealedFileSystem::close);
  }

  /**
   * Wraps the key under another passphrase; no file but {@code workspace.key} changes.
   *
   * @throws InputException when the old one is wrong, or the new one too short
   */
  public static void change(Path folder, char[] old, char[] fresh) {
    WorkspaceKey file = requireKey(folder);
    DataKey key = file.unlock(old, folder);
    requireStrong(fresh);
    WorkspaceKey.of(key, fresh, file.state()).write(folder);
  }

  /**
   * Looks whether it is the passphrase of a workspace.
   *
   * @throws InputException when it is not
   */
  public static void check(Path folder, char[] passphrase) {
    DataKey unused = requireKey(folder).unlock(passphrase, folder);
  }

  static WorkspaceKey requireKey(Path folder) {
    requireEncrypted(folder);
    return WorkspaceKey.read(folder);
  }

  /**
   * @throws InputException when the workspace is not encrypted
   */
  public static void requireEncrypted(Path folder) {
    if (!isEncrypted(folder)) {
      throw new InputException("The workspace %s is not encrypted.".formatted(folder));
    }
  }

  /**
   * @throws InputException when a new passphrase is too short to be one
   */
  public static void requireStrong(char[] passphrase) {
    if (passphrase.length < SHORTEST) {
      throw new InputException(
          "A passphrase has at least %d characters; several words are best.".formatted(SHORTEST));
    }
  }

  /** Overwrites a passphrase that is not needed any more. */
  public static void wipe(char[] passphrase) {
    Arrays.fill(passphrase, '\0');
  }
}

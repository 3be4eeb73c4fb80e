package io.aisle.core.dataset;

import io.aisle.core.dataset.privacy.KeyFile;
import io.aisle.core.dataset.privacy.Pseudonyms;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.VersionKeys;
import io.aisle.store.sealed.Sealed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The keys by which imports replace values. The store keeps which file a version's key stands in
 * and a word that tells keys apart, never a key.
 */
final class ImportKeys {
  private static final byte[] NONE = new byte[1];

  private final VersionKeys stored;
  private final Path own;

  /**
   * @param own file of the workspace's key, made when it is first needed
   */
  ImportKeys(VersionKeys stored, Path own) {
    this.stored = stored;
    this.own = own;
  }

  /** The key of a new import. */
  byte[] of(ImportPlan plan) {
    if (!Guarding.hashes(plan.mapping().privacy())) {
      return NONE;
    }
    return plan.key().map(KeyFile::read).orElseGet(() -> KeyFile.readOrMake(own));
  }

  /** The key of an import on top of a version: that one's, where it has one. */
  byte[] of(DatasetVersion parent, ImportPlan plan) {
    return stored.find(parent.id()).isPresent() ? of(parent) : of(plan);
  }

  /** Notes which key an import has. */
  void used(long version, ImportPlan plan, byte[] key) {
    if (Guarding.hashes(plan.mapping().privacy()) && stored.find(version).isEmpty()) {
      stored.put(version, plan.key().map(Path::toString).orElse(""), new Pseudonyms(key).check());
    }
  }

  /**
   * The key with which a version was begun.
   *
   * @throws InputException when its file is another one now
   */
  byte[] of(DatasetVersion version) {
    Optional<VersionKeys.Entry> entry = stored.find(version.id());
    if (entry.isEmpty()) {
      return NONE;
    }
    Path file = file(entry.get());
    byte[] key = KeyFile.read(file);
    if (!new Pseudonyms(key).check().equals(entry.get().check())) {
      throw new InputException(
          "%s holds another key than version %d of \"%s\" was begun with: put the first one back."
              .formatted(file, version.version(), version.dataset()));
    }
    return key;
  }

  /** What stands for a user under the workspace's own key; empty when it has none. */
  Optional<String> own(String user) {
    return Files.isRegularFile(own)
        ? Optional.of(new Pseudonyms(KeyFile.read(own)).of(user))
        : Optional.empty();
  }

  /** What stands for a user in a version whose users were replaced; empty when nobody can tell. */
  Optional<String> pseudonym(long version, String user) {
    return stored
        .find(version)
        .filter(entry -> Files.isRegularFile(file(entry)))
        .map(entry -> new Pseudonyms(KeyFile.read(file(entry))))
        .map(pseudonyms -> pseudonyms.of(user));
  }

  private Path file(VersionKeys.Entry entry) {
    return entry.file().isEmpty() ? own : Sealed.path(entry.file());
  }
}

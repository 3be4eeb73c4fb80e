package io.aisle.store.sealed;

import java.nio.file.ClosedFileSystemException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The system's files, those below one folder decrypted. The key is asked for when it is first
 * needed, so that a path can be named before anybody has said the passphrase. Thread-safe.
 */
public final class SealedFileSystem extends FileSystem {
  private static final FileSystem SYSTEM = FileSystems.getDefault();

  private final SealedProvider provider;
  private final Path root;
  private volatile Supplier<DataKey> source;
  private final RawFiles unsealed;
  private volatile DataKey key;
  private volatile boolean open = true;

  SealedFileSystem(SealedProvider provider, Path root, Supplier<DataKey> source) {
    this.provider = provider;
    this.root = root;
    this.source = source;
    this.unsealed = new RawFiles(root);
  }

  /** The folder, a path of the system. */
  public Path root() {
    return root;
  }

  /** The folder, a path of this. */
  public Path folder() {
    return new SealedPath(this, root);
  }

  /**
   * The key.
   *
   * @throws io.aisle.domain.InputException what the one says who was to give it
   */
  public DataKey key() {
    DataKey known = key;
    if (known != null) {
      return known;
    }
    synchronized (provider) { // one passphrase is asked for at a time
      if (!open) {
        throw new ClosedFileSystemException();
      }
      if (key == null) {
        key = source.get();
      }
      return key;
    }
  }

  /** Another one gives the key, when it is not known yet. */
  public void askedOf(Supplier<DataKey> other) {
    source = other;
  }

  /** Whether the key is known already, so that nobody is asked. */
  public boolean unlocked() {
    return key != null;
  }

  /** Whether a file is encrypted here, from its place. */
  boolean seals(Path raw) {
    return !unsealed.test(raw);
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  /** Whoever made it is through with its files; its paths lead nowhere from then on. */
  @Override
  public void close() {
    open = false;
    key = null;
    provider.forget(this);
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return SYSTEM.getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return SYSTEM.getRootDirectories();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return SYSTEM.getFileStores();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return SYSTEM.supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return new SealedPath(this, SYSTEM.getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String syntaxAndPattern) {
    PathMatcher matcher = SYSTEM.getPathMatcher(syntaxAndPattern);
    return path -> matcher.matches(SealedPath.raw(path));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    return SYSTEM.getUserPrincipalLookupService();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("an encrypted workspace is not watched");
  }
}

package io.aisle.store.sealed;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * What {@link Files} works with for paths of encrypted workspaces. Java makes one of it for the
 * process ({@code META-INF/services}), and it knows the workspaces that are open. Thread-safe.
 */
public final class SealedProvider extends FileSystemProvider {
  private final List<SealedFileSystem> open = new CopyOnWriteArrayList<>();

  /** For Java; use {@link Sealed}. */
  public SealedProvider() {}

  static SealedProvider installed() {
    return FileSystemProvider.installedProviders().stream()
        .filter(SealedProvider.class::isInstance)
        .map(SealedProvider.class::cast)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("META-INF/services is incomplete"));
  }

  SealedFileSystem mount(Path root, Supplier<DataKey> key) {
    SealedFileSystem mounted = new SealedFileSystem(this, root, key);
    open.addFirst(mounted);
    return mounted;
  }

  List<SealedFileSystem> mounted() {
    return List.copyOf(open);
  }

  void forget(SealedFileSystem closed) {
    open.remove(closed);
  }

  /**
   * The workspace in which a path of the system lies; the last that was opened, if there are more.
   */
  Optional<SealedFileSystem> around(Path raw) {
    Path whole = raw.toAbsolutePath().normalize();
    return open.stream().filter(each -> whole.startsWith(each.root())).findFirst();
  }

  private static Path raw(Path path) {
    return SealedPath.raw(path);
  }

  private static boolean isSealed(Path path) {
    return path instanceof SealedPath sealed && files(sealed).seals(sealed.raw());
  }

  /** Whether a file is the same bytes at both places: plain, or encrypted under one key. */
  private static boolean sameForm(Path one, Path other) {
    return isSealed(one) == isSealed(other)
        && (!isSealed(one) || files(one).root().equals(files(other).root()));
  }

  private static SealedFileSystem files(Path path) {
    return (SealedFileSystem) path.getFileSystem();
  }

  @Override
  public String getScheme() {
    return "aisle-sealed";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException("a workspace has a path and no address");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("a workspace has a path and no address");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("a workspace has a path and no address");
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> wanted, FileAttribute<?>... attributes)
      throws IOException {
    Path raw = raw(path);
    if (!isSealed(path) || Files.isDirectory(raw)) {
      return FileChannel.open(raw, wanted, attributes);
    }
    SealedOptions options = SealedOptions.of(wanted);
    DataKey key = files(path).key();
    FileChannel disk = FileChannel.open(raw, options.disk(), attributes);
    boolean done = false;
    try {
      SealedBlocks blocks = new SealedBlocks(raw, disk, key);
      if (options.write()) {
        blocks.begin();
      }
      done = true;
      return new SealedChannel(disk, blocks, options);
    } finally {
      if (!done) {
        disk.close();
      }
    }
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return new SealedFolder(files(folder), Files.newDirectoryStream(raw(folder)), filter);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
    Path unused = Files.createDirectory(raw(folder), attributes);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    if (!sameForm(link, existing)) {
      throw new UnsupportedOperationException("a link into or out of an encrypted workspace");
    }
    Path unused = Files.createLink(raw(link), raw(existing));
  }

  @Override
  public void delete(Path path) throws IOException {
    Files.delete(raw(path));
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    if (sameForm(from, to) || Files.isDirectory(raw(from))) {
      // the copy has the id, and so the key, of the first; each later write has its own nonce
      Path unused = Files.copy(raw(from), raw(to), options);
    } else {
      Crossing.copy(from, to, Set.of(options));
    }
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) throws IOException {
    if (sameForm(from, to)) {
      Path unused = Files.move(raw(from), raw(to), options);
      return;
    }
    if (Files.isDirectory(raw(from))) { // each file in it would have to be written anew
      throw new DirectoryNotEmptyException(from.toString());
    }
    if (Arrays.asList(options).contains(StandardCopyOption.ATOMIC_MOVE)) {
      throw new AtomicMoveNotSupportedException(
          from.toString(), to.toString(), "one of them is encrypted");
    }
    Crossing.copy(from, to, Set.of(options));
    Files.delete(raw(from));
  }

  @Override
  public boolean isSameFile(Path path, Path other) throws IOException {
    return Files.isSameFile(raw(path), raw(other));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return Files.isHidden(raw(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return Files.getFileStore(raw(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    raw(path).getFileSystem().provider().checkAccess(raw(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    V view = Files.getFileAttributeView(raw(path), type, options);
    if (type == BasicFileAttributeView.class && isSealed(path)) {
      return type.cast(new SealedAttributes.View((BasicFileAttributeView) view, path));
    }
    return view;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    A found = Files.readAttributes(raw(path), type, options);
    if (type == BasicFileAttributes.class && found.isRegularFile() && isSealed(path)) {
      return type.cast(new SealedAttributes(found, path));
    }
    return found;
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String wanted, LinkOption... options)
      throws IOException {
    Map<String, Object> found = new HashMap<>(Files.readAttributes(raw(path), wanted, options));
    if (found.containsKey("size") && isSealed(path) && Files.isRegularFile(raw(path))) {
      found.put("size", SealedAttributes.size(path, (Long) found.get("size")));
    }
    return found;
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    Path unused = Files.setAttribute(raw(path), attribute, value, options);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return files(link).getPath(Files.readSymbolicLink(raw(link)).toString());
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    Path unused = Files.createSymbolicLink(raw(link), raw(target), attributes);
  }
}

package io.aisle.store.sealed;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.StreamSupport;

/**
 * What a folder of an encrypted workspace holds.
 *
 * @param entries of the system
 */
record SealedFolder(
    SealedFileSystem files,
    DirectoryStream<Path> entries,
    DirectoryStream.Filter<? super Path> kept)
    implements DirectoryStream<Path> {
  @Override
  public Iterator<Path> iterator() {
    return StreamSupport.stream(entries.spliterator(), false)
        .<Path>map(raw -> new SealedPath(files, raw))
        .filter(this::isKept)
        .iterator();
  }

  private boolean isKept(Path path) {
    try {
      return kept.accept(path);
    } catch (IOException e) {
      throw new DirectoryIteratorException(e);
    }
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}

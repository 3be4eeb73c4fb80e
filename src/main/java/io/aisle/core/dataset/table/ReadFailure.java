package io.aisle.core.dataset.table;

import com.github.luben.zstd.ZstdIOException;
import io.aisle.domain.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** What to say when reading stops with an exception. */
public final class ReadFailure {
  private ReadFailure() {}

  /**
   * @param row last row that was read
   */
  static InputException of(Path file, long row, IOException cause) {
    if (cause instanceof ExpansionException) {
      return new InputException(
          "%s unpacks to more than %d times its size behind row %d: this is no table of events, ask for another export."
              .formatted(file, ExpansionGuard.FACTOR, row),
          cause);
    }
    if (cause instanceof EOFException
        || cause instanceof ZipException
        || cause instanceof ZstdIOException) {
      return new InputException(
          "%s ends in the middle of its packed data, or they are damaged, behind row %d: copy or download it again."
              .formatted(file, row),
          cause);
    }
    return new InputException(
        "%s could not be read behind row %d (%s): check the disk or copy the file."
            .formatted(file, row, cause.getMessage()),
        cause);
  }
}

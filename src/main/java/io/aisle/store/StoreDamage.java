package io.aisle.store;

import io.aisle.domain.OperationException;
import java.io.EOFException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Tells a store that is damaged from one that fails for another reason. */
final class StoreDamage {
  private StoreDamage() {}

  /** What is said of a store that does not open. */
  static OperationException atStart(Path folder, Exception cause) {
    return new OperationException(
        "The store in %s cannot be opened (%s): it is damaged; run 'aisle repair', which saves what can be saved, or restore a backup."
            .formatted(folder, reason(cause)),
        OpeningFault.of(OpeningFault.Kind.DAMAGED, cause));
  }

  /** What is said of a store that was opened and then failed. */
  static OperationException failure(Path folder, Exception cause) {
    if (is(cause)) {
      return new OperationException(
          "The store in %s is damaged (%s): close Aisle and run 'aisle repair', which saves what can be saved, or restore a backup."
              .formatted(folder, reason(cause)),
          OpeningFault.of(OpeningFault.Kind.DAMAGED, cause));
    }
    return new OperationException(
        "The store in %s failed (%s): see whether the disk is full, and look into the log."
            .formatted(folder, firstLine(cause)),
        cause);
  }

  private static boolean is(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      boolean corrupt =
          switch (at) {
            case MVStoreException fault ->
                fault.getErrorCode() == DataUtils.ERROR_FILE_CORRUPT
                    || fault.getErrorCode() == DataUtils.ERROR_CHUNK_NOT_FOUND;
            case SQLException fault -> fault.getErrorCode() == ErrorCode.FILE_CORRUPTED_1;
            case EOFException _ -> true; // the file is shorter than it says
            default -> false;
          };
      if (corrupt) {
        return true;
      }
    }
    return false;
  }

  /** What the data base has met, without where, and without what it proposes. */
  private static String reason(Exception cause) {
    Throwable last = cause;
    while (last.getCause() != null) {
      last = last.getCause();
    }
    return firstLine(last)
        .replaceAll(": (retry|file|chunk):.*", "")
        .replaceAll(" \\[[\\d./-]+]$", "");
  }

  /** H2 appends statements to its messages, line by line. */
  static String firstLine(Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }
}

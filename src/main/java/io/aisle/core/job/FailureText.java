package io.aisle.core.job;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in one sentence, with the way out, what went wrong. */
final class FailureText {
  private FailureText() {}

  static String of(Throwable failure) {
    return switch (failure) {
      case InputException e -> e.getMessage();
      case OperationException e -> e.getMessage();
      case OutOfMemoryError e ->
          "The memory is used up (" + e.getMessage() + "); choose less data or a smaller model.";
      case NoSuchFileException e ->
          "The file " + e.getFile() + " does not exist; check its name and try again.";
      case AccessDeniedException e ->
          "The file " + e.getFile() + " may not be read or written; check its permissions.";
      case FileSystemException e when spaceIsUsedUp(e) ->
          "The disk is full at " + e.getFile() + "; make room and try again.";
      case Throwable e when spaceIsUsedUp(e) -> "The disk is full; make room and try again.";
      case Throwable e -> "Something unexpected went wrong (" + e + "); the log has the details.";
    };
  }

  private static boolean spaceIsUsedUp(Throwable failure) {
    String message = failure.getMessage();
    return message != null
        && (message.contains("No space left on device")
            || message.contains("not enough space on the disk"));
  }
}

package io.aisle.core.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A short code for a failure, such as {@code 7K2Q-X0MD}: the same for the same kind of exception
 * from the same place, whatever its message and line numbers, so that one can search for it in the
 * log and among reports.
 */
public final class ErrorCode {
  /** Crockford's alphabet: no I, L, O, U, so that a code survives being read aloud. */
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int FRAMES = 8;

  private ErrorCode() {}

  /** The code of a failure; of a failure in a worker, the code that the worker's log has. */
  public static String of(Throwable failure) {
    StringBuilder identity = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof WorkerFailure.Remote remote) {
        return remote.code();
      }
      append(at, identity);
    }
    return encode(digest(identity.toString()));
  }

  private static void append(Throwable failure, StringBuilder identity) {
    identity.append(failure.getClass().getName()).append('\n');
    StackTraceElement[] stack = failure.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
      identity.append(stack[i].getClassName()).append('#').append(stack[i].getMethodName());
      identity.append('\n');
    }
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String encode(byte[] digest) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      code.append(i == 4 ? "-" : "").append(DIGITS.charAt(digest[i] & 31));
    }
    return code.toString();
  }
}

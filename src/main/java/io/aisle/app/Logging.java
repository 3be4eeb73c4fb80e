package io.aisle.app;

import io.aisle.core.job.Failures;

/** Sends the log into the workspace and every exception that nobody caught into the log. */
public final class Logging {
  private Logging() {}

  /** To be called once at the start of the program, before any logger is asked for. */
  public static void start(AppPaths paths) {
    System.setProperty("aisle.logs", paths.logs().toString());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> Failures.uncaught().uncaughtException(thread, failure));
  }
}

package io.aisle.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import io.aisle.core.job.Failures;
import io.aisle.core.workspace.Vault;
import io.aisle.domain.OperationException;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Sends the log into the workspace and every exception that nobody caught into the log. */
public final class Logging {
  /** Read by logback. */
  private static final String CONFIGURATION = "logback.configurationFile";

  private static final String SEALED = "logback-sealed.xml";

  private Logging() {}

  /** To be called once at the start of the program, before any logger is asked for. */
  public static void start(AppPaths paths) {
    lead(paths);
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> Failures.uncaught().uncaughtException(thread, failure));
  }

  /** Sends the log into another workspace from now on. */
  public static void move(AppPaths paths) {
    lead(paths);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      try {
        new ContextInitializer(context).autoConfig();
      } catch (JoranException e) {
        throw new OperationException(
            "The log cannot be led to " + paths.logs() + "; check the folder's permissions.", e);
      }
    }
  }

  /** Closes the log: its files are about to be written anew by somebody else. */
  public static void stop() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
    }
  }

  /** The log of a workspace that is not there must not make its folder. */
  private static void lead(AppPaths paths) {
    Path logs =
        paths.isMissing()
            ? Vault.path(Path.of(SystemFolder.ofData()).resolve("logs"), Passphrase::ofEnvironment)
            : paths.logs();
    System.setProperty("aisle.logs", logs.toString());
    if (Vault.root(logs).isPresent()) {
      System.setProperty(CONFIGURATION, SEALED);
    } else if (SEALED.equals(System.getProperty(CONFIGURATION))) {
      System.clearProperty(CONFIGURATION);
    }
  }
}

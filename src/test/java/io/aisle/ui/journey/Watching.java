package io.aisle.ui.journey;

import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Preferences;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;

/**
 * Whether somebody wants to see a journey, and how: {@code src/build/watch} sets the system
 * properties {@code aisle.watch} (a folder for a picture of each stop), {@code
 * aisle.watch.language} and {@code aisle.watch.theme}. Without them a journey is English, and no
 * picture is taken.
 *
 * @param folder of the pictures
 */
record Watching(Optional<Path> folder, LanguageChoice language, ThemeChoice theme) {
  private static final long SETTLED_MILLIS = 900;
  private static final Duration LIMIT = Duration.ofMinutes(1);
  private static final String PREFIX = "aisle.watch";

  static Watching asked() {
    return new Watching(
        Optional.ofNullable(System.getProperty(PREFIX)).map(Path::of),
        LanguageChoice.valueOf(choice("language", LanguageChoice.ENGLISH)),
        ThemeChoice.valueOf(choice("theme", ThemeChoice.SYSTEM)));
  }

  private static String choice(String name, Enum<?> usual) {
    return System.getProperty(PREFIX + "." + name, usual.name()).toUpperCase(Locale.ROOT);
  }

  boolean isOn() {
    return folder.isPresent();
  }

  /** The language and the theme, whatever the machine has. */
  void dress(Preferences preferences) {
    preferences.change(settings -> settings.withLanguage(language).withTheme(theme));
  }

  /** A stop after each test of a class, named as the test is. */
  static AfterTestExecutionCallback stops(Supplier<WorkbenchDriver> driver) {
    return test -> {
      Method method = test.getRequiredTestMethod();
      int order = method.getAnnotation(Order.class).value();
      driver.get().look("%02d-%s".formatted(order, method.getName()));
    };
  }

  /** What the window says in the language of the journey. */
  String word(String english, String chinese) {
    return language == LanguageChoice.CHINESE ? chinese : english;
  }

  /** Takes a picture of a stop when somebody wants to see it. */
  void look(WorkbenchDriver driver, String stop) {
    if (folder.isEmpty()) {
      return;
    }
    WorkbenchDriver.pause(SETTLED_MILLIS);
    driver.awaitRest(LIMIT);
    try {
      Snapshots.write(driver.scene(), folder.get().resolve(stop + ".png"));
    } catch (IOException e) {
      throw new UncheckedIOException("the picture of " + stop + " was not written", e);
    }
  }
}

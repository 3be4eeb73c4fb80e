package io.aisle.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The typeface of the window, which comes with the program so that it looks the same everywhere.
 * What it lacks, such as Chinese, the toolkit takes from the system's fonts. May be called on any
 * thread, before the first text is drawn.
 */
public final class Typeface {
  private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
  private static final List<String> FILES = List.of("Inter-Regular.otf", "Inter-Bold.otf");

  private Typeface() {}

  /** Makes the typeface known to the toolkit. Without it the system's own is used. */
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
        if (in == null || Font.loadFont(in, 13) == null) {
          LOG.warn("the typeface {} cannot be used", file);
        }
      } catch (IOException e) {
        LOG.warn("the typeface {} cannot be read", file, e);
      }
    }
  }
}

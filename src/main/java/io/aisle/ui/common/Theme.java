package io.aisle.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.aisle.domain.settings.Settings.ThemeChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Light and dark: the Primer theme of AtlantaFX with our tokens over it. FX thread only. */
public enum Theme {
  LIGHT("tokens-light"),
  DARK("tokens-dark");

  private static final List<String> FAMILIES =
      List.of(
          "base",
          "shell",
          "card",
          "start",
          "table",
          "form",
          "chart",
          "badge",
          "profile",
          "settings",
          "markdown");

  private final String tokens;

  Theme(String tokens) {
    this.tokens = tokens;
  }

  /** What the system prefers. */
  public static Theme ofSystem() {
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
  }

  public static Theme of(ThemeChoice choice) {
    return switch (choice) {
      case LIGHT -> LIGHT;
      case DARK -> DARK;
      case SYSTEM -> ofSystem();
    };
  }

  public ThemeChoice choice() {
    return this == LIGHT ? ThemeChoice.LIGHT : ThemeChoice.DARK;
  }

  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /** The style sheets over Primer. */
  public List<String> sheets() {
    List<String> sheets = new ArrayList<>();
    sheets.add("/styles/" + tokens + ".css");
    FAMILIES.forEach(family -> sheets.add("/styles/" + family + ".css"));
    return sheets;
  }

  /** Dresses a scene; the other theme only redefines tokens. */
  public void dress(Scene scene) {
    String primer = (this == LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet();
    if (!primer.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(primer);
    }
    List<String> sheets = sheets();
    if (!sheets.equals(scene.getStylesheets())) {
      scene.getStylesheets().setAll(sheets); // at once: each change styles everything anew
    }
  }
}

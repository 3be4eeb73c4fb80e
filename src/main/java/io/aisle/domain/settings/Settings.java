package io.aisle.domain.settings;

/**
 * What the analyst has chosen for the program; kept in the workspace.
 *
 * @param threads cores that trainings may use; 0: all of them
 * @param gpuLibrary folder of a PyTorch library with CUDA, given to workers as {@code
 *     PYTORCH_LIBRARY_PATH}; empty: none
 * @param restore whether the next start opens what was open
 */
public record Settings(
    ThemeChoice theme, LanguageChoice language, int threads, String gpuLibrary, boolean restore) {
  public static final Settings DEFAULT =
      new Settings(ThemeChoice.SYSTEM, LanguageChoice.SYSTEM, 0, "", true);

  public Settings {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be at least 0, but is " + threads);
    }
  }

  /** Which colours. */
  public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Which words. */
  public enum LanguageChoice {
    SYSTEM,
    ENGLISH,
    CHINESE
  }

  public Settings withTheme(ThemeChoice chosen) {
    return new Settings(chosen, language, threads, gpuLibrary, restore);
  }

  public Settings withLanguage(LanguageChoice chosen) {
    return new Settings(theme, chosen, threads, gpuLibrary, restore);
  }

  public Settings withThreads(int chosen) {
    return new Settings(theme, language, chosen, gpuLibrary, restore);
  }

  public Settings withGpuLibrary(String chosen) {
    return new Settings(theme, language, threads, chosen, restore);
  }

  public Settings withRestore(boolean chosen) {
    return new Settings(theme, language, threads, gpuLibrary, chosen);
  }
}

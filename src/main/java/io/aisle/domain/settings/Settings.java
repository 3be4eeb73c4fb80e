package io.aisle.domain.settings;

/**
 * What the analyst has chosen for the program; kept in the workspace.
 *
 * @param threads cores that trainings may use; 0: all of them
 * @param gpuLibrary folder of a PyTorch library with CUDA, given to workers as {@code
 *     PYTORCH_LIBRARY_PATH}; empty: none
 * @param restore whether the next start opens what was open
 * @param groupSize groups of fewer users are not shown by themselves, at least 1; 0 stands for the
 *     usual {@link #LEAST_GROUP}
 * @param backup null: never
 */
public record Settings(
    ThemeChoice theme,
    LanguageChoice language,
    int threads,
    String gpuLibrary,
    boolean restore,
    int groupSize,
    BackupRule backup) {
  /** The usual least size of a group that is shown. */
  public static final int LEAST_GROUP = 5;

  public static final Settings DEFAULT =
      new Settings(
          ThemeChoice.SYSTEM, LanguageChoice.SYSTEM, 0, "", true, LEAST_GROUP, BackupRule.NEVER);

  public Settings {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be at least 0, but is " + threads);
    }
    if (groupSize < 0) {
      throw new IllegalArgumentException("groupSize must be at least 0, but is " + groupSize);
    }
    groupSize = groupSize == 0 ? LEAST_GROUP : groupSize;
    backup = backup == null ? BackupRule.NEVER : backup;
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
    return new Settings(chosen, language, threads, gpuLibrary, restore, groupSize, backup);
  }

  public Settings withLanguage(LanguageChoice chosen) {
    return new Settings(theme, chosen, threads, gpuLibrary, restore, groupSize, backup);
  }

  public Settings withThreads(int chosen) {
    return new Settings(theme, language, chosen, gpuLibrary, restore, groupSize, backup);
  }

  public Settings withGpuLibrary(String chosen) {
    return new Settings(theme, language, threads, chosen, restore, groupSize, backup);
  }

  public Settings withRestore(boolean chosen) {
    return new Settings(theme, language, threads, gpuLibrary, chosen, groupSize, backup);
  }

  public Settings withGroupSize(int chosen) {
    return new Settings(theme, language, threads, gpuLibrary, restore, chosen, backup);
  }

  public Settings withBackup(BackupRule chosen) {
    return new Settings(theme, language, threads, gpuLibrary, restore, groupSize, chosen);
  }
}

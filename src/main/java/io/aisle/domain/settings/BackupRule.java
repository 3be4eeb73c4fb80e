package io.aisle.domain.settings;

/**
 * When the workspace is backed up without being asked.
 *
 * @param folder where the files go; empty: beside the workspace
 * @param keep how many of its files stay, 1 to {@link #LARGEST}; 0 stands for the usual {@link
 *     #KEPT}
 */
public record BackupRule(Rhythm rhythm, String folder, int keep) {
  /** The usual number of files that stay. */
  public static final int KEPT = 5;

  /** More are never kept. */
  public static final int LARGEST = 50;

  public static final BackupRule NEVER = new BackupRule(Rhythm.OFF, "", KEPT);

  public BackupRule {
    if (keep < 0 || keep > LARGEST) {
      throw new IllegalArgumentException(
          "keep must be from 1 to %d, but is %d".formatted(LARGEST, keep));
    }
    rhythm = rhythm == null ? Rhythm.OFF : rhythm;
    folder = folder == null ? "" : folder;
    keep = keep == 0 ? KEPT : keep;
  }

  /** How often. */
  public enum Rhythm {
    OFF(0),
    DAILY(1),
    WEEKLY(7);

    private final int days;

    Rhythm(int days) {
      this.days = days;
    }

    /** Days from one backup to the next; 0: there is none. */
    public int days() {
      return days;
    }
  }

  public BackupRule withRhythm(Rhythm chosen) {
    return new BackupRule(chosen, folder, keep);
  }

  public BackupRule withFolder(String chosen) {
    return new BackupRule(rhythm, chosen, keep);
  }

  public BackupRule withKeep(int chosen) {
    return new BackupRule(rhythm, folder, chosen);
  }
}

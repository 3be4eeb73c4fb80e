package io.aisle.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Something that can be gone to: by a click in another screen, the palette, or at the start. */
public sealed interface Place {
  /** A screen as it was left. */
  record OfScreen(Screen screen) implements Place {}

  /** A version of a data set, on the Data screen. */
  record OfDataset(String dataset, int version) implements Place {}

  /**
   * The samples that come with the program, on the Data screen.
   *
   * @param open false puts them away
   */
  record OfSamples(boolean open) implements Place {}

  /** Files to look into and import, on the Data screen. */
  record OfFiles(List<Path> files) implements Place {
    public OfFiles {
      files = List.copyOf(files);
    }
  }

  /** A run bundle to bring into the workspace and to compare, on the Compare screen. */
  record OfBundle(Path file) implements Place {}

  /** A data set to train on, on the Train screen. */
  record OfTraining(String dataset, int version) implements Place {}

  /** Runs side by side, on the Compare screen; their folders. */
  record OfRuns(List<Path> runs) implements Place {
    public OfRuns {
      runs = List.copyOf(runs);
    }
  }

  /**
   * A user, on the Users screen.
   *
   * @param user external id
   * @param runs folders of the runs to look with; empty: those that are chosen there
   */
  record OfUser(String user, List<Path> runs) implements Place {
    public OfUser {
      runs = List.copyOf(runs);
    }
  }

  /**
   * Some users together, on the Users screen.
   *
   * @param name what they have in common, for people
   * @param users external ids
   * @param runs folders of the runs to look with, the one that the list is about first
   */
  record OfUsers(String name, Set<String> users, List<Path> runs) implements Place {
    public OfUsers {
      users = Set.copyOf(users);
      runs = List.copyOf(runs);
    }
  }

  /** The users who had an item, on the Users screen; its external id. */
  record OfItem(String item) implements Place {}
}

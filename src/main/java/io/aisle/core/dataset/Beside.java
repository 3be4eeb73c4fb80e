package io.aisle.core.dataset;

import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import io.aisle.domain.experiment.JudgementFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found beside events and items without being asked for. */
public record Beside(
    Optional<EntityFile> users, Optional<JudgementFile> judgements, FurtherFiles further) {
  public static final Beside NONE =
      new Beside(Optional.empty(), Optional.empty(), FurtherFiles.NONE);

  /** All its files. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>(further.files());
    users.ifPresent(file -> files.add(file.file()));
    judgements.ifPresent(file -> files.add(file.file()));
    return files;
  }

  /** The same without grades, which need a file of items. */
  public Beside withoutGrades() {
    return new Beside(users, Optional.empty(), further);
  }

  /** This, and what another has found where this is silent. */
  public Beside or(Beside other) {
    return new Beside(
        users.or(other::users), judgements.or(other::judgements), further.or(other.further));
  }
}

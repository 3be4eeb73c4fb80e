package io.aisle.core.dataset;

import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.FurtherFiles;
import java.util.Optional;

/** What was found beside events and items without being asked for. */
public record Beside(Optional<EntityFile> users, FurtherFiles further) {
  public static final Beside NONE = new Beside(Optional.empty(), FurtherFiles.NONE);

  /** This, and what another has found where this is silent. */
  public Beside or(Beside other) {
    return new Beside(users.or(other::users), further.or(other.further));
  }
}

package io.aisle.app.window;

import io.aisle.core.job.JobNeeds;
import io.aisle.domain.job.JobOutcome;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Screen;
import java.nio.file.Path;
import java.util.List;

/** Brings run bundles into the workspace, in the background, and shows their runs. */
final class BundlePart {
  private final Frame frame;

  BundlePart(Frame frame) {
    this.frame = frame;
  }

  void wire() {
    frame.navigator().serve(Place.OfBundle.class, Screen.COMPARE, place -> bring(place.file()));
  }

  private void bring(Path bundle) {
    var unused =
        frame
            .background()
            .start(
                frame.texts().of("runs.job.bundle", bundle.getFileName()),
                JobNeeds.LIGHT,
                control -> frame.services().bundles().open(bundle, frame.paths().runs()),
                this::arrived);
  }

  private void arrived(JobOutcome<Path> outcome) {
    if (outcome instanceof JobOutcome.Done<Path>(Path run)) {
      frame.changes().runs();
      frame.navigator().go(new Place.OfRuns(List.of(run)));
    }
  }
}

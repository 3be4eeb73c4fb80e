package io.aisle.app.window;

import io.aisle.core.job.SystemOpener;
import io.aisle.core.training.RunFolder;
import io.aisle.ui.common.Place;
import io.aisle.ui.training.CombineViewModel;
import io.aisle.ui.training.RerankViewModel;
import io.aisle.ui.training.RunActions;
import io.aisle.ui.training.RunRow;
import java.util.List;

/** Where a run of the Train screen leads to. */
record TrainPlaces(Frame frame, RerankViewModel rerank, CombineViewModel combine)
    implements RunActions.RunPlaces {
  @Override
  public void users(RunRow run) {
    String current = frame.current().userProperty().get();
    if (!current.isEmpty()) {
      go(run, current);
      return;
    }
    var unused =
        frame
            .background()
            .read(
                frame.texts().of("runlist.job.users"),
                control ->
                    frame.services().users().users(new RunFolder(run.path())).getFirst().user(),
                user -> go(run, user));
  }

  private void go(RunRow run, String user) {
    frame.navigator().go(new Place.OfUser(user, List.of(run.path())));
  }

  @Override
  public void rerank(RunRow run) {
    combine.close();
    rerank.open(run);
  }

  @Override
  public void combine(List<RunRow> runs) {
    rerank.close();
    combine.open(runs);
  }

  @Override
  public void folder(RunRow run) {
    var unused =
        frame
            .background()
            .read(
                frame.texts().of("runlist.job.folder"),
                control -> {
                  SystemOpener.ofThisSystem().open(run.path());
                  return run.path();
                },
                path -> {});
  }
}

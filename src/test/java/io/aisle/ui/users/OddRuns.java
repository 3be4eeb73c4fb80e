package io.aisle.ui.users;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.OddShop;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import java.nio.file.Path;

/** Runs on the odd shop, with what view models need to look at them without a toolkit. */
final class OddRuns implements AutoCloseable {
  private final Path folder;
  private final UsersService service = new UsersService(LocalRuns.workers());

  /**
   * @param folder gets the data and the runs
   */
  OddRuns(Path folder) {
    this.folder = folder;
    OddShop.write(folder);
  }

  RunItem train(String model) {
    RunFolder run = OddShop.train(folder, model, folder.resolve(model));
    return new RunItem(run.path(), run.record(), run.name());
  }

  UsersService service() {
    return service;
  }

  /** Does everything at once, on the caller's thread. */
  static Background background(Notices notices) {
    return new Background(new CallerJobRunner(), Runnable::run, notices);
  }

  static Background background() {
    return background(new Notices(Runnable::run));
  }

  @Override
  public void close() {
    service.close();
  }
}

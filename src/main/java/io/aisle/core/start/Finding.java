package io.aisle.core.start;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.model.ModelKind;
import java.nio.file.Path;
import java.util.List;

/** What a step of a first look found out, without words. */
public sealed interface Finding {
  /**
   * The sample is in the workspace.
   *
   * @param before whether it was there already
   */
  record Imported(DatasetVersion version, boolean before) implements Finding {}

  /**
   * What is the matter with the data.
   *
   * @param checks lines of the quality list
   * @param attention those that need attention
   * @param worst short name of the reason for which most rows were refused; empty when none was
   * @param worstRows rows refused for it
   */
  record Quality(int checks, int attention, String worst, long worstRows) implements Finding {}

  /** What a catalogue holds; {@code hopeless} queries have no relevant item. */
  record Catalogue(int items, long judgements, int queries, int hopeless) implements Finding {}

  /** How good the models are. */
  record Trained(List<Score> scores) implements Finding {}

  /**
   * One of them.
   *
   * @param run its folder
   * @param value of the metric that is shown, on the test part
   * @param seconds of training
   */
  record Score(ModelKind model, Path run, double value, double seconds) {}

  /**
   * Which model leads.
   *
   * @param low lower end of the 95% interval of its value
   * @param high upper end of it
   * @param behind models that are worse, by a corrected test
   * @param close models of which that cannot be said
   * @param runs folders, the leader's first
   */
  record Compared(
      ModelKind leader,
      double value,
      double low,
      double high,
      List<ModelKind> behind,
      List<ModelKind> close,
      List<Path> runs)
      implements Finding {}

  /**
   * A user with whom a look at lists tells something.
   *
   * @param history items that the lists were made from
   * @param hits lists that have what the user chose next
   * @param lists how many lists there are
   */
  record Opened(String user, int history, int hits, int lists, List<Path> runs)
      implements Finding {}
}

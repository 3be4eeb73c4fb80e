package io.aisle.ui.common;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * A choice of runs of one protocol and one data fingerprint: once one is chosen, those that cannot
 * stand beside it are blocked and say why. FX thread only.
 */
public final class RunChoices {
  private final Texts texts;
  private final ObservableList<RunChoice> all = FXCollections.observableArrayList();
  private Runnable changed = () -> {};
  private boolean filling;
  private boolean touched;

  public RunChoices(RunShelf shelf, Texts texts) {
    this.texts = texts;
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> fill(shelf.finished()));
    fill(shelf.finished());
  }

  /** Calls back now and after each change of what is chosen. */
  public void onChange(Runnable listener) {
    changed = listener;
    listener.run();
  }

  private void fill(List<RunItem> runs) {
    List<RunItem> wanted = touched ? chosen() : newest(runs);
    Set<Path> paths = wanted.stream().map(RunItem::path).collect(Collectors.toSet());
    filling = true;
    all.setAll(runs.stream().map(RunChoice::new).toList());
    for (RunChoice choice : all) {
      choice.chosenProperty().set(paths.contains(choice.run().path()));
      choice.chosenProperty().subscribe((before, now) -> toggled());
    }
    filling = false;
    update();
  }

  /**
   * Until the user chooses: the newest run of each model of the newest protocol: what one most
   * likely wants to see.
   */
  private static List<RunItem> newest(List<RunItem> runs) {
    return runs.stream()
        .filter(run -> run.comparable(runs.getFirst()))
        .collect(
            Collectors.toMap(
                run -> run.record().model(),
                run -> run,
                (newer, older) -> newer,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private void toggled() {
    if (!filling) {
      touched = true;
      update();
    }
  }

  private void update() {
    List<RunItem> chosen = chosen();
    for (RunChoice choice : all) {
      boolean fits = chosen.isEmpty() || choice.run().comparable(chosen.getFirst());
      choice.block(fits ? "" : reason(choice.run(), chosen.getFirst()));
    }
    changed.run();
  }

  private String reason(RunItem run, RunItem other) {
    boolean protocol = run.record().protocolHash().equals(other.record().protocolHash());
    return protocol
        ? texts.of("runs.blocked.data")
        : texts.of("runs.blocked.protocol", run.protocol(), other.protocol());
  }

  /** In the order of the list. */
  public List<RunItem> chosen() {
    return all.stream()
        .filter(choice -> choice.chosenProperty().get())
        .map(RunChoice::run)
        .toList();
  }

  public ObservableList<RunChoice> all() {
    return all;
  }
}

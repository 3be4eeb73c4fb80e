package io.aisle.ui.common;

import io.aisle.domain.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * A choice of runs of one protocol and one data fingerprint: once one is chosen, those that cannot
 * stand beside it are blocked and say why. Runs without test figures are left out. FX thread only.
 */
public final class RunChoices {
  private final Texts texts;
  private final ProtocolWords words;
  private final ObservableList<RunChoice> all = FXCollections.observableArrayList();
  private final ObservableList<RunGroup> groups = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper others = new ReadOnlyStringWrapper("");
  private Runnable changed = () -> {};
  private boolean filling;
  private boolean touched;

  public RunChoices(RunShelf shelf, Texts texts) {
    this.texts = texts;
    this.words = new ProtocolWords(texts);
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> fill(shelf.finished()));
    fill(shelf.finished());
  }

  /** Calls back now and after each change of what is chosen. */
  public void onChange(Runnable listener) {
    changed = listener;
    listener.run();
  }

  private void fill(List<RunItem> finished) {
    List<RunItem> runs = finished.stream().filter(RunItem::judged).toList();
    Set<Path> kept = paths(chosen());
    List<RunItem> still = runs.stream().filter(run -> kept.contains(run.path())).toList();
    boolean keep = touched && (!still.isEmpty() || kept.isEmpty());
    Set<Path> wanted = paths(keep ? still : newest(runs));
    filling = true;
    all.setAll(runs.stream().map(RunChoice::new).toList());
    for (RunChoice choice : all) {
      choice.chosenProperty().set(wanted.contains(choice.run().path()));
      choice.chosenProperty().subscribe((before, now) -> toggled());
    }
    groups.setAll(grouped());
    filling = false;
    update();
  }

  private List<RunGroup> grouped() {
    Map<String, List<RunChoice>> found = new LinkedHashMap<>();
    for (RunChoice choice : all) {
      RunRecord run = choice.run().record();
      found
          .computeIfAbsent(run.protocolHash() + run.dataFingerprint(), _ -> new ArrayList<>())
          .add(choice);
    }
    return found.values().stream()
        .map(group -> new RunGroup(title(group.getFirst().run()), List.copyOf(group)))
        .toList();
  }

  private String title(RunItem run) {
    return texts.of("runs.group", run.record().dataset(), words.of(run.record()), run.protocol());
  }

  private static Set<Path> paths(Collection<RunItem> runs) {
    return runs.stream().map(RunItem::path).collect(Collectors.toSet());
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
                RunChoices::sameKind, run -> run, (newer, older) -> newer, LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Runs with the same text here are tries of the same thing, of which the newest counts. */
  private static String sameKind(RunItem run) {
    RunRecord record = run.record();
    String made = record.derived() == null ? "" : record.name();
    return "%s %d %s".formatted(record.modelId(), record.seed(), made);
  }

  /** Chooses the newest run of each model and seed of a group, and no other. */
  public void choose(RunGroup group) {
    choose(newest(group.choices().stream().map(RunChoice::run).toList()));
  }

  /**
   * Chooses runs by their folders; those that are not there, or cannot stand beside the first, are
   * left out. Nothing changes when none is left.
   */
  public void choose(List<Path> folders) {
    Set<Path> wanted = Set.copyOf(folders);
    List<RunItem> found =
        all.stream().map(RunChoice::run).filter(run -> wanted.contains(run.path())).toList();
    List<RunItem> fitting = found.stream().filter(run -> run.comparable(found.getFirst())).toList();
    if (!fitting.isEmpty()) {
      choose(fitting);
    }
  }

  private void choose(Collection<RunItem> runs) {
    touched = true;
    filling = true;
    Set<Path> wanted = paths(runs);
    all.forEach(choice -> choice.chosenProperty().set(wanted.contains(choice.run().path())));
    filling = false;
    update();
  }

  /** Takes runs out of the choice. */
  public void leaveOut(Collection<RunItem> runs) {
    Set<Path> gone = paths(runs);
    choose(chosen().stream().filter(run -> !gone.contains(run.path())).toList());
  }

  private void toggled() {
    if (!filling) {
      touched = true;
      update();
    }
  }

  private void update() {
    List<RunItem> chosen = chosen();
    for (RunGroup group : groups) {
      boolean fits = chosen.isEmpty() || group.first().comparable(chosen.getFirst());
      String reason =
          fits
              ? ""
              : texts.of(
                  "runs.blocked",
                  words.difference(group.first().record(), chosen.getFirst().record()));
      group.choices().forEach(choice -> choice.block(reason));
    }
    others.set(chosen.isEmpty() ? "" : others(chosen.getFirst()));
    changed.run();
  }

  private String others(RunItem chosen) {
    List<RunGroup> foreign =
        groups.stream().filter(group -> !group.first().comparable(chosen)).toList();
    int runs = foreign.stream().mapToInt(group -> group.choices().size()).sum();
    List<String> hashes =
        foreign.stream().map(group -> group.first().protocol()).distinct().toList();
    return runs == 0
        ? ""
        : hashes.size() == 1
            ? texts.of("runs.others.one", runs, hashes.getFirst())
            : texts.of("runs.others.many", runs, hashes.size());
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

  /** The same by protocol, that of the newest run first. */
  public ObservableList<RunGroup> groups() {
    return groups;
  }

  /** How many runs cannot stand beside the chosen ones; empty when all can. */
  public ReadOnlyStringProperty othersProperty() {
    return others.getReadOnlyProperty();
  }
}

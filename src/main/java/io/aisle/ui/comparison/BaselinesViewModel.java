package io.aisle.ui.comparison;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.Comparison;
import io.aisle.core.settings.SettingsFile;
import io.aisle.core.training.RunFolder;
import io.aisle.core.tuning.BaselineService;
import io.aisle.domain.settings.DeclinedBaselines;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.BaselineJobs;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;

/**
 * Whether tuned simple models stand beside the neural ones that are compared; adds them, or
 * remembers that the analyst does not want them. FX thread only.
 */
public final class BaselinesViewModel {
  private final CompareViewModel compare;
  private final RunShelf shelf;
  private final BaselineJobs jobs;
  private final SettingsFile<DeclinedBaselines> file;
  private final Background background;
  private final Texts texts;
  private final Set<String> declined = new LinkedHashSet<>();
  private final Map<String, Map<String, String>> leftOut = new HashMap<>();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private List<Path> awaited = List.of();

  public BaselinesViewModel(
      CompareViewModel compare,
      RunShelf shelf,
      BaselineJobs jobs,
      SettingsFile<DeclinedBaselines> file,
      Background background,
      Texts texts) {
    this.compare = compare;
    this.shelf = shelf;
    this.jobs = jobs;
    this.file = file;
    this.background = background;
    this.texts = texts;
    compare.comparisonProperty().subscribe(now -> look());
    shelf.finished().addListener((ListChangeListener<RunItem>) change -> join());
    var unused =
        background.read(
            texts.of("baselines.job.read"),
            control -> file.load(),
            known -> {
              declined.addAll(known.protocols());
              look();
            });
  }

  private void look() {
    Baselines now = baselines();
    boolean wanted = now.needed() && !now.missing().isEmpty() && !now.declined();
    sentence.set(
        wanted
            ? texts.of(
                "baselines.missing",
                now.missing().stream()
                    .map(kind -> texts.of("model." + kind.id()))
                    .collect(Collectors.joining(texts.of("list.comma"))))
            : "");
  }

  /** What a report of what is compared says. */
  Baselines baselines() {
    Comparison shown = compare.comparisonProperty().get();
    if (shown == null) {
      return Baselines.of(List.of());
    }
    Baselines now = Baselines.of(shown.rows().stream().map(Comparison.Row::record).toList());
    Map<String, String> reasons = leftOut.get(shown.protocolHash());
    Baselines told = reasons == null ? now : now.leftOut(reasons);
    return declined.contains(shown.protocolHash()) ? told.declinedByAnalyst() : told;
  }

  /** Takes tuned runs of the workspace, tunes what is missing, and adds all to the comparison. */
  public void add() {
    Comparison shown = compare.comparisonProperty().get();
    if (shown == null || busy.get()) {
      return;
    }
    busy.set(true);
    List<RunFolder> runs = shown.rows().stream().map(Comparison.Row::folder).toList();
    RunFolder like =
        shown.rows().stream()
            .filter(row -> Baselines.isNeural(row.record()))
            .map(Comparison.Row::folder)
            .findFirst()
            .orElseThrow();
    jobs.tuneFor(runs, like, found -> added(shown, found));
  }

  private void added(Comparison shown, Optional<BaselineService.Found> found) {
    busy.set(false);
    found.ifPresent(
        now -> {
          leftOut.put(shown.protocolHash(), now.leftOut());
          awaited = now.runs().stream().map(RunFolder::path).toList();
          join();
          shelf.refresh();
          look();
        });
  }

  /** Puts the baselines beside what is chosen, as soon as the shelf has them. */
  private void join() {
    List<Path> known = shelf.finished().stream().map(RunItem::path).toList();
    if (awaited.isEmpty() || !known.containsAll(awaited)) {
      return;
    }
    List<Path> all = new ArrayList<>(compare.chosen().stream().map(RunItem::path).toList());
    all.addAll(awaited);
    awaited = List.of();
    compare.choose(all);
  }

  /** Compares without, now and whenever this protocol is compared. */
  public void decline() {
    Comparison shown = compare.comparisonProperty().get();
    if (shown == null) {
      return;
    }
    declined.add(shown.protocolHash());
    look();
    DeclinedBaselines now = new DeclinedBaselines(List.copyOf(declined));
    var unused =
        background.read(
            texts.of("baselines.job.save"),
            control -> {
              file.save(now);
              return now;
            },
            saved -> {});
  }

  /** What is missing; empty when nothing is, or when the analyst said no. */
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether baselines are being tuned. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }
}

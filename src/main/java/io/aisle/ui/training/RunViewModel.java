package io.aisle.ui.training;

import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.ExperimentWriter;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One run looked at closely: what it used, what it was, how to run it again. FX thread only. */
public final class RunViewModel {
  private final Background background;
  private final Notices notices;
  private final Texts texts;
  private final Numbers numbers;
  private final ReadOnlyObjectWrapper<RunRow> run = new ReadOnlyObjectWrapper<>();

  public RunViewModel(Background background, Notices notices, Texts texts, Numbers numbers) {
    this.background = background;
    this.notices = notices;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Looks at a run; null for none. */
  public void show(RunRow row) {
    run.set(row);
  }

  public ReadOnlyObjectProperty<RunRow> runProperty() {
    return run.getReadOnlyProperty();
  }

  /** What it came to, in a line. */
  public String headline() {
    RunRow row = run.get();
    if (!row.finished()) {
      return texts.of("run.headline." + row.state().name(), row.epochs());
    }
    if (row.state() == RunRow.State.EVERYTHING) {
      return texts.of("run.headline.EVERYTHING");
    }
    Map<String, Double> test = row.record().metrics().test();
    List<String> words = new ArrayList<>();
    for (MetricKind kind : List.of(MetricKind.NDCG, MetricKind.RECALL, MetricKind.MRR)) {
      test.entrySet().stream()
          .filter(each -> Metric.parse(each.getKey()).kind() == kind)
          .filter(each -> Metric.parse(each.getKey()).k() == 10)
          .forEach(
              each ->
                  words.add(
                      texts.of("metric." + kind.id(), 10) + " " + numbers.metric(each.getValue())));
    }
    return String.join(" · ", words);
  }

  /** What it used and what it was made of. */
  public List<Fact> facts() {
    RunRow row = run.get();
    return row.finished() ? new RunFacts(texts, numbers).of(row.record()) : List.of();
  }

  /** What must be known before its figures are quoted: alarming ones first. */
  public List<String> alarms() {
    RunRow row = run.get();
    return !row.finished()
        ? List.of()
        : row.record().leaks().stream()
            .filter(leak -> !leak.byDesign())
            .map(leak -> texts.sentence(leak.sentence()))
            .toList();
  }

  /** What else is to be said. */
  public List<String> notes() {
    RunRow row = run.get();
    if (!row.finished()) {
      return List.of();
    }
    List<String> notes = new ArrayList<>();
    row.record().warnings().forEach(each -> notes.add(texts.sentence(each)));
    row.record().leaks().stream()
        .filter(RunRecord.Leak::byDesign)
        .forEach(leak -> notes.add(texts.sentence(leak.sentence())));
    return notes;
  }

  /** The whole configuration as an experiment file; empty when it cannot be read. */
  public String yaml() {
    RunRow row = run.get();
    if (row.finished()) {
      return ExperimentWriter.toYaml(row.record().configuration());
    }
    return row.asked() == null ? "" : ExperimentWriter.toYaml(row.asked());
  }

  /** Writes the configuration for {@code aisle run}. */
  public void save(Path file) {
    String text = yaml() + "\n";
    var unused =
        background.read(
            texts.of("run.job.save"),
            control -> {
              AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
              return file;
            },
            done -> notices.done(texts.of("run.saved", file)));
  }
}

package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.lists.ListsService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.experiment.FusionSpec;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Several finished runs that are made into one. FX thread only. */
public final class CombineViewModel {
  private final ListsService lists;
  private final RunMaker maker;
  private final Texts texts;
  private final ObservableList<Member> members = FXCollections.observableArrayList();
  private final ObjectProperty<FusionSpec.Method> method =
      new SimpleObjectProperty<>(FusionSpec.Method.RANK);
  private final BooleanProperty tuned = new SimpleBooleanProperty(true);
  private final StringProperty name = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /** A run with the weight as it is written. */
  public record Member(RunRow run, StringProperty weight) {}

  public CombineViewModel(ListsService lists, RunMaker maker, Texts texts) {
    this.lists = lists;
    this.maker = maker;
    this.texts = texts;
  }

  public void open(List<RunRow> rows) {
    problem.set("");
    members.setAll(
        rows.stream().map(row -> new Member(row, new SimpleStringProperty("1"))).toList());
    name.set(rows.stream().map(RunRow::name).collect(Collectors.joining(" + ")));
  }

  public void close() {
    members.clear();
  }

  /** Makes the run in the background, and closes; says what is wrong otherwise. */
  public void start() {
    problem.set("");
    Optional<List<Double>> weights = weights();
    if (weights.isEmpty()) {
      problem.set(texts.of("combine.error.weight"));
    } else if (name.get().isBlank()) {
      problem.set(texts.of("rerank.error.name"));
    } else {
      List<RunFolder> runs =
          members.stream().map(member -> new RunFolder(member.run().path())).toList();
      FusionSpec fusion = new FusionSpec(method.get(), weights.get());
      String called = name.get().strip();
      boolean tune = tuned.get();
      maker.start(
          new RunMaker.Wanted(
              called, texts.of("combine.job", called), texts.of("combine.done", called)),
          new JobNeeds(1, 512L * runs.size()),
          (out, control) -> lists.fuse(runs, fusion, tune, called, out, control));
      close();
    }
  }

  /** Numbers of at least 0, one of them above, or nothing; chosen ones need not be written. */
  private Optional<List<Double>> weights() {
    List<Double> all = new ArrayList<>();
    for (Member member : members) {
      String written = tuned.get() ? "1" : member.weight().get().strip();
      if (!written.matches("\\d{1,6}(\\.\\d{1,6})?")) {
        return Optional.empty();
      }
      all.add(Double.parseDouble(written));
    }
    return Optional.of(all).filter(list -> list.stream().anyMatch(weight -> weight > 0));
  }

  /** Empty while nothing is combined. */
  public ObservableList<Member> members() {
    return members;
  }

  public ObjectProperty<FusionSpec.Method> methodProperty() {
    return method;
  }

  /** Whether the weights are chosen on the validation part. */
  public BooleanProperty tunedProperty() {
    return tuned;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}

package io.aisle.ui.training;

import io.aisle.core.training.ParamsCodec;
import io.aisle.core.tuning.SearchReader;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Method, budget and ranges of a search. FX thread only. */
public final class SearchForm {
  private final Texts texts;
  private final ObjectProperty<SearchMethod> method =
      new SimpleObjectProperty<>(SearchSpec.DEFAULTS.method());
  private final StringProperty trials =
      new SimpleStringProperty(Integer.toString(SearchSpec.DEFAULTS.trials()));
  private final StringProperty seconds = new SimpleStringProperty("");
  private final StringProperty seed =
      new SimpleStringProperty(Long.toString(SearchSpec.DEFAULTS.seed()));
  private final Map<ModelKind, SpaceForm> known = new EnumMap<>(ModelKind.class);
  private final ObservableList<SpaceForm> spaces = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

  public SearchForm(Texts texts) {
    this.texts = texts;
  }

  /** Shows the ranges of the chosen models; what was typed before is still there. */
  void follow(List<Experiment> chosen) {
    List<SpaceForm> now =
        chosen.stream()
            .map(
                each ->
                    known.computeIfAbsent(each.model().kind(), kind -> new SpaceForm(each, texts)))
            .toList();
    if (!now.equals(spaces)) {
      spaces.setAll(now);
    }
  }

  /**
   * The search as filled in, or nothing when something is wrong, which is then said.
   *
   * @param chosen one experiment for each model
   */
  Optional<Search> value(List<Experiment> chosen, String name) {
    error.set("");
    follow(chosen);
    try {
      SearchSpec spec = spec();
      List<Search.Candidate> candidates = new ArrayList<>();
      for (int at = 0; at < chosen.size(); at++) {
        spaces.get(at).value(chosen.get(at)).ifPresent(candidates::add);
      }
      if (candidates.size() < chosen.size()) {
        error.set(texts.of("search.error.range"));
        return Optional.empty();
      }
      Search search = new Search(name, spec, candidates);
      SearchReader.check(search, name);
      return Optional.of(search);
    } catch (InputException e) {
      error.set(texts.sentence(e.getMessage()));
      return Optional.empty();
    }
  }

  private SearchSpec spec() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("method", method.get().name());
    values.put("trials", number(trials));
    values.put("seed", number(seed));
    if (!seconds.get().isBlank()) {
      values.put("budgetSeconds", number(seconds));
    }
    return ParamsCodec.read(SearchSpec.DEFAULTS, values, "");
  }

  void complain(String sentence) {
    error.set(sentence);
  }

  /** A number where it is one; else the text, which is then refused by name. */
  private static Object number(StringProperty text) {
    try {
      return Integer.valueOf(text.get().strip());
    } catch (NumberFormatException e) {
      return text.get();
    }
  }

  public ObjectProperty<SearchMethod> methodProperty() {
    return method;
  }

  public StringProperty trialsProperty() {
    return trials;
  }

  /** Seconds of each model; empty: no limit. */
  public StringProperty secondsProperty() {
    return seconds;
  }

  public StringProperty seedProperty() {
    return seed;
  }

  /** The ranges of the chosen models. */
  public ObservableList<SpaceForm> spaces() {
    return spaces;
  }

  /** What is wrong; empty when all is well. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }
}

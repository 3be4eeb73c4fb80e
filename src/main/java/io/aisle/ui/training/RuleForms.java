package io.aisle.ui.training;

import io.aisle.core.training.RerankSection;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Rules in their order as they are filled in, edited with undo. FX thread only. */
public final class RuleForms {
  private final Texts texts;
  private final Runnable edited;
  private final ObservableList<RuleForm> rules = FXCollections.observableArrayList();
  private final Undo<List<RuleForm.State>> undo = new Undo<>(List.of(), this::restore);

  /**
   * @param edited told of every edit
   */
  RuleForms(Texts texts, Runnable edited) {
    this.texts = texts;
    this.edited = edited;
  }

  /** The kinds of rules that can be added, by the names in files. */
  public List<String> kinds() {
    return RerankSection.kinds().stream().map(RerankRule::kind).toList();
  }

  /** Begins anew, with one rule. */
  void begin() {
    restore(List.of(new RuleForm(RerankSection.kinds().getFirst(), texts).state()));
    undo.reset(states());
  }

  private List<RuleForm.State> states() {
    return rules.stream().map(RuleForm::state).toList();
  }

  private void restore(List<RuleForm.State> states) {
    List<RuleForm> forms = states.stream().map(state -> RuleForm.of(state, texts)).toList();
    forms.forEach(this::listen);
    rules.setAll(forms);
    edited.run();
  }

  private void listen(RuleForm form) {
    form.fields().forEach(field -> field.textProperty().subscribe((earlier, now) -> edited.run()));
  }

  public void add(String kind) {
    settle();
    RerankSection.kinds().stream()
        .filter(each -> each.kind().equals(kind))
        .map(each -> new RuleForm(each, texts))
        .forEach(
            form -> {
              listen(form);
              rules.add(form);
            });
    settle();
  }

  public void remove(RuleForm form) {
    settle();
    rules.remove(form);
    settle();
  }

  /** Moves a rule towards the first, -1, or the last, 1. */
  public void move(RuleForm form, int by) {
    int from = rules.indexOf(form);
    int to = from + by;
    if (from < 0 || to < 0 || to >= rules.size()) {
      return;
    }
    settle();
    List<RuleForm> next = new ArrayList<>(rules);
    Collections.swap(next, from, to);
    rules.setAll(next);
    settle();
  }

  /** What was edited since the last call becomes one step of undo. */
  private void settle() {
    undo.edited(states());
    edited.run();
  }

  public void undo() {
    settle();
    undo.undo();
  }

  public void redo() {
    undo.redo();
  }

  /** What was edited since the last step becomes one. */
  void rest() {
    undo.edited(states());
  }

  /** The rules as filled in, or nothing when one is wrong, which is then said. */
  Optional<List<RerankRule>> value(Consumer<String> problem) {
    List<RerankRule> all = new ArrayList<>();
    try {
      for (RuleForm form : rules) {
        Optional<RerankRule> rule = form.value();
        if (rule.isEmpty()) {
          return Optional.empty();
        }
        all.add(RerankSection.complete(rule.get(), form.title() + ": "));
      }
    } catch (InputException e) {
      problem.accept(texts.sentence(e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(all);
  }

  public ObservableList<RuleForm> all() {
    return rules;
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return undo.canUndoProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return undo.canRedoProperty();
  }
}

package io.aisle.ui.training;

import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One rule that is filled in. FX thread only. */
public final class RuleForm {
  private final RerankRule start;
  private final RecordForm<RerankRule> form;
  private final Texts texts;

  /** A rule as it was written, whether it is one or not. */
  record State(RerankRule start, Map<String, String> written) {}

  /**
   * @param start the kind of rule, with what its fields show at first
   */
  RuleForm(RerankRule start, Texts texts) {
    this.start = start;
    this.form = RecordForm.all(start, texts);
    this.texts = texts;
  }

  static RuleForm of(State state, Texts texts) {
    RuleForm form = new RuleForm(state.start(), texts);
    form.fields()
        .forEach(field -> field.textProperty().set(state.written().getOrDefault(field.name(), "")));
    return form;
  }

  State state() {
    Map<String, String> written = new LinkedHashMap<>();
    fields().forEach(field -> written.put(field.name(), field.textProperty().get()));
    return new State(start, written);
  }

  /** The rule, or nothing when a field is wrong, which then says so. */
  Optional<RerankRule> value() {
    return form.value();
  }

  /** The name in files. */
  public String kind() {
    return start.kind();
  }

  public String title() {
    return texts.of("rule." + kind());
  }

  public List<FormField> fields() {
    return form.fields();
  }
}

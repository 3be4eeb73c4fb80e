package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.SasRecParams;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.RecordForm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecordFormTest {
  private final Texts texts = new Texts(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void anUntouchedFormGivesTheRecordItWasMadeOf(ModelKind kind) {
    assertThat(RecordForm.all(kind.defaults(), texts).value()).contains(kind.defaults());
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void everyFieldHasAWordOfItsOwn(ModelKind kind) {
    for (FormField field : new ModelForm(kind, texts).fields()) {
      assertThat(field.label()).isNotEqualTo(field.name());
      if (field.kind() == FormField.Kind.CHOICE) {
        field
            .choices()
            .forEach(
                choice ->
                    assertThat(texts.word("choice.", choice.toLowerCase(Locale.ROOT)))
                        .isEqualTo(field.word(choice)));
      }
    }
  }

  @Test
  void whatIsTypedArrivesInTheRecord() {
    RecordForm<ModelParams> form = RecordForm.all(AlsParams.DEFAULTS, texts);
    field(form, "embeddingSize").textProperty().set(" 32 ");
    field(form, "regularization").textProperty().set("0.5");
    field(form, "scaleRegularization").textProperty().set("true");
    assertThat(form.value()).contains(new AlsParams(32, 0.5, AlsParams.DEFAULTS.alpha(), true));
  }

  @Test
  void aChoiceArrivesAsTheConstant() {
    RecordForm<ModelParams> form = RecordForm.all(ItemKnnParams.DEFAULTS, texts);
    field(form, "similarity").textProperty().set("JACCARD");
    assertThat(form.value())
        .get()
        .extracting(params -> ((ItemKnnParams) params).similarity())
        .isEqualTo(ItemKnnParams.Similarity.JACCARD);
  }

  @Test
  void aNumberOutOfItsRangeIsRefusedUnderItsField() {
    RecordForm<ModelParams> form = RecordForm.all(AlsParams.DEFAULTS, texts);
    field(form, "embeddingSize").textProperty().set("0");
    assertThat(form.value()).isEmpty();
    assertThat(field(form, "embeddingSize").errorProperty().get())
        .isEqualTo("It must be at least 1 and at most 1024.");
    assertThat(field(form, "alpha").errorProperty().get()).isEmpty();
  }

  @Test
  void anOpenLowerEndIsRefusedAsSuch() {
    RecordForm<ModelParams> form = RecordForm.all(AlsParams.DEFAULTS, texts);
    field(form, "alpha").textProperty().set("0");
    assertThat(form.value()).isEmpty();
    assertThat(field(form, "alpha").errorProperty().get()).startsWith("It must be above 0");
  }

  @Test
  void aWordIsNoNumber() {
    RecordForm<ModelParams> form = RecordForm.all(AlsParams.DEFAULTS, texts);
    field(form, "embeddingSize").textProperty().set("6,4");
    assertThat(form.value()).isEmpty();
    assertThat(field(form, "embeddingSize").errorProperty().get()).contains("'6,4'");
  }

  @Test
  void theRecordsOwnRuleShowsUnderTheFieldItNames() {
    RecordForm<ModelParams> form = RecordForm.all(SasRecParams.DEFAULTS, texts);
    field(form, "heads").textProperty().set("3");
    assertThat(form.value()).isEmpty();
    assertThat(field(form, "embeddingSize").errorProperty().get()).contains("multiple of heads");
  }

  @Test
  void aMendedFieldStopsComplaining() {
    RecordForm<ModelParams> form = RecordForm.all(AlsParams.DEFAULTS, texts);
    field(form, "embeddingSize").textProperty().set("-1");
    assertThat(form.value()).isEmpty();
    field(form, "embeddingSize").textProperty().set("8");
    assertThat(form.value()).isPresent();
    assertThat(field(form, "embeddingSize").errorProperty().get()).isEmpty();
  }

  @Test
  void theSeedOfTheScreenReplacesThatOfTheDefaults() {
    ModelForm form = new ModelForm(ModelKind.BPR, texts);
    assertThat(form.value(7).orElseThrow().training().seed()).isEqualTo(7);
  }

  private static FormField field(RecordForm<?> form, String name) {
    return form.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

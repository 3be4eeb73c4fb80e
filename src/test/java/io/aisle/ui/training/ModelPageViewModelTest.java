package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.about.ModelPages;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Help pages of models, without a toolkit. */
class ModelPageViewModelTest {
  private final Notices notices = new Notices(Runnable::run);

  private ModelPageViewModel model(String folder, Locale language) {
    return new ModelPageViewModel(
        new ModelPages(kind -> Path.of(folder, kind.id() + ".md")),
        new Background(new CallerJobRunner(), Runnable::run, notices),
        new Texts(language));
  }

  @Test
  void aPageIsOpenedAndClosed() {
    ModelPageViewModel model = model("docs/models", Locale.ENGLISH);
    model.open(ModelKind.EASE);
    ModelPageViewModel.Page page = model.pageProperty().get();
    assertThat(page.title()).isEqualTo("Help page of EASE");
    assertThat(page.markdown()).startsWith("# EASE");
    assertThat(page.foreign()).isFalse();
    model.close();
    assertThat(model.pageProperty().get()).isNull();
  }

  @Test
  void inAnotherLanguageItSaysThatThePageIsEnglish() {
    ModelPageViewModel model = model("docs/models", Locale.SIMPLIFIED_CHINESE);
    model.open(ModelKind.EASE);
    assertThat(model.pageProperty().get().foreign()).isTrue();
  }

  @Test
  void aPageThatIsMissingIsTold() {
    ModelPageViewModel model = model("docs/nowhere", Locale.ENGLISH);
    model.open(ModelKind.EASE);
    assertThat(model.pageProperty().get()).isNull();
    assertThat(notices.all().getFirst().sentence())
        .contains("ease.md is missing; install Aisle again");
  }
}

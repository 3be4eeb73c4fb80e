package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ui.chart.ErrorBars;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The bars of features in all their states, without a toolkit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeaturesViewModelTest {
  @TempDir static Path folder;

  private OddRuns runs;
  private RunItem fm;
  private RunItem knn;
  private AttentionViewModel attention;
  private FeaturesViewModel model;

  @BeforeAll
  void train() {
    runs = new OddRuns(folder);
    fm = runs.train("fm");
    knn = runs.train("item-knn");
  }

  @BeforeEach
  void open() {
    Background background = OddRuns.background();
    Texts texts = new Texts(Locale.ENGLISH);
    Numbers numbers = new Numbers(Locale.ENGLISH);
    attention = new AttentionViewModel(runs.service(), background, new ItemFocus(), texts, numbers);
    model = new FeaturesViewModel(attention, runs.service(), background, texts, numbers);
  }

  @AfterAll
  void close() {
    runs.close();
  }

  @Test
  void nothingIsAskedBeforeSomebodyLooks() {
    assertThat(model.emptyProperty().get()).contains("Choose a user");
    attention.show("u5", fm, "i9");
    assertThat(model.barsProperty().get()).isEmpty();
    assertThat(model.emptyProperty().get()).isEqualTo("Asking the model…");
    assertThat(model.origin()).isEmpty();
  }

  @Test
  void whoLooksSeesWhatEachFeatureAdds() {
    attention.show("u5", fm, "i9");
    model.wantedProperty().set(true);
    List<ErrorBars.Bar> bars = model.barsProperty().get();
    assertThat(bars)
        .extracting(ErrorBars.Bar::name)
        .containsExactlyInAnyOrder(
            "user u5", "hour: 0:00", "weekday: Monday", "item “i9”", "category: toys");
    assertThat(bars).allSatisfy(bar -> assertThat(bar.value()).isBetween(bar.low(), bar.high()));
    assertThat(model.emptyProperty().get()).isEmpty();
    assertThat(model.summaryProperty().get()).startsWith("Log-odds").contains("500 interactions");
    assertThat(model.origin().orElseThrow().commands())
        .singleElement()
        .asString()
        .startsWith("aisle explain --run")
        .endsWith("--item i9 --features");
    attention.show("u5", fm, "i10");
    assertThat(model.barsProperty().get()).extracting(ErrorBars.Bar::name).contains("item “i10”");
  }

  @Test
  void aModelWithoutFeaturesSaysSo() {
    model.wantedProperty().set(true);
    attention.show("u5", knn, "i9");
    assertThat(model.barsProperty().get()).isEmpty();
    assertThat(model.emptyProperty().get()).contains("item-knn is not made of features");
    attention.show("u5", fm, "i9");
    assertThat(model.barsProperty().get()).isNotEmpty();
  }

  @Test
  void afterAFailureAnotherLookAsksAgain() throws IOException {
    attention.show("u5", fm, "i9");
    Path weights = fm.path().resolve("weights.safetensors");
    Path away = folder.resolve("away");
    Path record = fm.path().resolve("run.json");
    Path kept = folder.resolve("run.json");
    Files.move(record, kept);
    Files.move(weights, away);
    model.wantedProperty().set(true);
    assertThat(model.emptyProperty().get()).contains("could not be asked");
    Files.move(away, weights);
    Files.move(kept, record);
    model.wantedProperty().set(false);
    model.wantedProperty().set(true);
    assertThat(model.barsProperty().get()).isNotEmpty();
  }
}

package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.ModelGroup;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The models as they are offered. */
class ModelShelfTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final ModelShelf shelf = new ModelShelf(new TrainForm(texts).models(), texts);

  @Test
  void everyModelStandsInOneFamilyInTheOrderOfTheGroups() {
    List<ModelShelf.Family> all = shelf.fitting(" ");
    assertThat(all).extracting(ModelShelf.Family::group).isSorted().doesNotHaveDuplicates();
    assertThat(all.stream().flatMap(family -> family.models().stream()).map(ModelForm::kind))
        .containsExactlyInAnyOrder(ModelKind.values());
  }

  @Test
  void typedWordsNarrowByNameFamilySummaryAndTrait() {
    assertThat(kinds("sasr")).containsExactly(ModelKind.SASREC);
    assertThat(kinds("ITEM knn")).contains(ModelKind.ITEM_KNN);
    assertThat(kinds("sequences")).contains(ModelKind.SASREC).doesNotContain(ModelKind.EASE);
    assertThat(kinds("attention gpu"))
        .allMatch(kind -> kind.has(ModelTrait.TORCH))
        .contains(ModelKind.SASREC);
    assertThat(kinds("no such model")).isEmpty();
  }

  @Test
  void everyFamilyAndMarkHasItsWordsInBothLanguages() {
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      ModelShelf spoken = new ModelShelf(List.of(), new Texts(language));
      Arrays.stream(ModelGroup.values())
          .forEach(group -> assertThat(spoken.title(group)).isNotEmpty());
      ModelShelf.MARKED.forEach(
          trait -> assertThat(spoken.meaning(trait)).isNotEqualTo(spoken.word(trait)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyModelHasItsPageAndIsListedAmongThem(ModelKind kind) throws IOException {
    Path pages = Path.of("docs", "models");
    assertThat(Files.readString(pages.resolve(kind.id() + ".md"))).contains("`" + kind.id() + "`");
    assertThat(Files.readString(pages.resolve("README.md")))
        .contains("| `" + kind.id() + "` | [" + kind.id() + ".md](" + kind.id() + ".md) |");
  }

  private List<ModelKind> kinds(String typed) {
    return shelf.fitting(typed).stream()
        .flatMap(family -> family.models().stream())
        .map(ModelForm::kind)
        .toList();
  }
}

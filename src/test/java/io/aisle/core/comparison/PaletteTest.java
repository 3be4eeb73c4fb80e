package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.ModelGroup;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Beside
class PaletteTest {
  @Test
  void everyModelHasAColour() {
    for (ModelKind kind : ModelKind.values()) {
      assertThat(Palette.of(kind)).as(kind.id()).isBetween(0, Palette.SIZE - 1);
    }
  }

  @Test
  void modelsOfOneFamilyDiffer() {
    for (ModelGroup group : ModelGroup.values()) {
      assertThat(
              Arrays.stream(ModelKind.values())
                  .filter(kind -> kind.group() == group)
                  .mapToInt(Palette::of))
          .as(group.id())
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aModelKeepsItsColourWhereItIsFree() {
    List<ModelKind> models = List.of(ModelKind.ALS, ModelKind.SASREC, ModelKind.POPULARITY);
    assertThat(Palette.assign(models))
        .containsExactly(models.stream().mapToInt(Palette::of).toArray());
  }

  @Test
  void runsOfOnePictureDifferAsLongAsThereAreColours() {
    List<ModelKind> same = new ArrayList<>(Collections.nCopies(Palette.SIZE, ModelKind.EASE));
    assertThat(Palette.assign(same)).doesNotHaveDuplicates().startsWith(Palette.of(ModelKind.EASE));
    same.set(Palette.SIZE - 1, null);
    assertThat(Palette.assign(same)).doesNotHaveDuplicates().endsWith(Palette.of(null));
  }

  @Test
  void moreRunsThanColoursRepeatThem() {
    List<ModelKind> many =
        IntStream.range(0, 3 * Palette.SIZE)
            .mapToObj(run -> ModelKind.values()[run % ModelKind.values().length])
            .toList();
    int[] colours = Palette.assign(many);
    assertThat(Arrays.stream(colours).distinct().count()).isEqualTo(Palette.SIZE);
    assertThat(colours).hasSize(many.size());
  }
}

package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.ml.data.Feature;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes from files to the run folder and back. */
@Beside
class SideDataTest {
  private static final String ENTITIES =
      "items: {file: items.csv, id: id, title: name, category: kind}, users: {file: users.csv, id:"
          + " id}";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(
        folder.resolve("events.csv"),
        """
        user,item,time,price
        a,x,2020-01-01,1.00
        a,y,2020-01-02,5.00
        b,x,2020-01-03,3.00
        b,z,2020-01-04,
        """);
    Files.writeString(
        folder.resolve("items.csv"),
        "id,name,kind,brand\nx,Ex,A|B,one\ny,Why,B,\nz,Zed,,two\nq,Other,A,three\n");
    Files.writeString(folder.resolve("users.csv"), "id,age\na,30\nb,40\n");
    Files.writeString(folder.resolve("train.tsv"), "user\titem\na\tx\na\ty\nb\tx\n");
    Files.writeString(folder.resolve("valid.tsv"), "user\titem\n");
    Files.writeString(folder.resolve("test.tsv"), "user\titem\nb\tz\n");
  }

  @Test
  void attributesOfTheCatalogueAreReadFromFilesAndMeanPricesFromEvents() throws IOException {
    SideData side = read(onFiles(), FeatureSpec.DEFAULTS);
    assertThat(side.user()).extracting(Feature::name).containsExactly("age");
    assertThat(side.user().getFirst().values()).containsExactly("", "30", "40");
    assertThat(side.item()).extracting(Feature::name).containsExactly("category", "brand", "price");
    assertThat(side.item().get(0).values()).containsExactly("", "A", "B");
    assertThat(side.item().get(0).value()).containsExactly(1, 2, 2);
    assertThat(side.item().get(1).values()).as("only of the catalogue").doesNotContain("three");
    assertThat(side.item().get(2).values()).as("mean of 1 and 3").containsExactly("", "2", "5");
  }

  @Test
  void aGivenSplitHasAttributesFromTheFilesBesideIt() throws IOException {
    SideData side = read(given(), FeatureSpec.DEFAULTS);
    assertThat(side.user()).extracting(Feature::name).containsExactly("age");
    assertThat(side.item()).extracting(Feature::name).containsExactly("category", "brand");
  }

  @Test
  void whatIsNamedIsReadInThatOrder() throws IOException {
    FeatureSpec spec =
        new FeatureSpec(
            Optional.of(List.of()), Optional.of(List.of("brand", "category")), Optional.empty());
    SideData side = read(onFiles(), spec);
    assertThat(side.user()).isEmpty();
    assertThat(side.item()).extracting(Feature::name).containsExactly("brand", "category");
    FeatureSpec wrong =
        new FeatureSpec(Optional.of(List.of("agee")), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> read(onFiles(), wrong))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'agee'")
        .hasMessageContaining("age");
  }

  @Test
  void theRunFolderHoldsThemAndReadsThemBack() throws IOException {
    Experiment experiment = onFiles();
    RunData plain = load(experiment);
    RunData data =
        new RunData(plain.catalogue(), plain.split(), read(experiment, FeatureSpec.DEFAULTS));
    data.write(folder);
    SideData back = RunData.read(folder).side();
    assertSame(back.user(), data.side().user());
    assertSame(back.item(), data.side().item());
    assertThat(DataFacts.of(experiment, data, Optional.empty(), 0))
        .as("neither fingerprint nor protocol know of features")
        .isEqualTo(DataFacts.of(experiment, plain, Optional.empty(), 0));
  }

  @Test
  void withoutFeaturesThereIsNoFile() throws IOException {
    load(onFiles()).write(folder);
    assertThat(folder.resolve("item-features.tsv.gz")).doesNotExist();
    assertThat(folder.resolve("behaviours.tsv.gz")).doesNotExist();
    assertThat(RunData.read(folder).side().item()).isEmpty();
  }

  private static void assertSame(List<Feature> actual, List<Feature> expected) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  private SideData read(Experiment experiment, FeatureSpec spec) {
    DataSource source = new DataSource(experiment, Optional.empty(), new TestControl());
    RunData data = load(experiment);
    return SideData.read(
        source,
        new SideData.Wanted(Optional.of(spec), Set.of()),
        experiment.split(),
        data.split(),
        data.catalogue());
  }

  private static RunData load(Experiment experiment) {
    return RunPreparer.onFiles().load(experiment, new TestControl());
  }

  private Experiment onFiles() throws IOException {
    return experiment(
        "dataset: {interactions: events.csv, columns: {user: user, item: item, time: time, price:"
            + " price}, "
            + ENTITIES
            + "}\nprepare: {core: 0}\nsplit: {kind: leave-last-out}\n");
  }

  private Experiment given() throws IOException {
    return experiment(
        "dataset: {"
            + ENTITIES
            + "}\nsplit: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}\n");
  }

  private Experiment experiment(String yaml) throws IOException {
    Path file = folder.resolve("e.yaml");
    Files.writeString(file, yaml + "model: {kind: popularity}\n");
    return ExperimentReader.read(file).experiment();
  }
}

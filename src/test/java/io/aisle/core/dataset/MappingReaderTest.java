package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.ImportRule;
import io.aisle.domain.model.ModelKind;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {
  private static final Path FILE = Path.of("/data/mapping.yaml");

  private static final String WHOLE =
      """
      files: [a.csv, b.csv]
      licence: free
      columns: {user: u, item: i, time: t}
      delimiter: tab
      time: {format: yyyy-MM-dd, zone: Europe/London}
      kind: purchase
      kinds: {addtocart: cart}
      rules:
        - {reason: r1, column: u, missing: true}
        - {reason: r2, column: i, matches: "C.*"}
        - {reason: r3, column: i, unless: "[0-9]+"}
        - {reason: r4, column: p, atMost: 0}
        - {reason: r5, duplicate: true}
      items: {file: items.csv, id: i, title: name}
      """;

  @Test
  void everyKeyIsRead() {
    MappingFile read = MappingReader.parse(WHOLE, FILE);
    ColumnMapping mapping = read.mapping();
    assertThat(read.files()).containsExactly(Path.of("/data/a.csv"), Path.of("/data/b.csv"));
    assertThat(read.items().orElseThrow().file()).isEqualTo(Path.of("/data/items.csv"));
    assertThat(read.licence()).isEqualTo("free");
    assertThat(mapping.columns()).hasSize(3).containsEntry(ColumnRole.TIME, "t");
    assertThat(mapping.form().delimiter()).contains("\t");
    assertThat(mapping.timeFormat()).contains("yyyy-MM-dd");
    assertThat(mapping.defaultKind()).contains(EventKind.PURCHASE);
    assertThat(mapping.kinds()).containsEntry("addtocart", EventKind.CART);
    assertThat(mapping.rules().orElseThrow())
        .extracting(ImportRule::reason)
        .containsExactly("r1", "r2", "r3", "r4", "r5");
  }

  @Test
  void whatIsWrittenReadsBackTheSame() {
    MappingFile read = MappingReader.parse(WHOLE, FILE);
    String written = MappingWriter.write(read);
    assertThat(MappingWriter.write(MappingReader.parse(written, Path.of("/other/m.yaml"))))
        .isEqualTo(written);
    assertThat(written).contains("/data/items.csv", "atMost: 0.0", "unless: \"[0-9]+\"");
  }

  @Test
  void anEmptyFileLeavesEverythingToTheGuess() {
    assertThat(MappingReader.parse("", FILE).mapping()).isEqualTo(ColumnMapping.GUESS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "delimeter: comma|the key \"delimeter\" is not known (the nearest is \"delimiter\")",
        "columns: {usr: a}|the key \"columns.usr\" is not known (the nearest is \"user\")",
        "time: {fmt: x}|time.fmt",
        "time: {format: 'yyyy-bb'}|The time format \"yyyy-bb\" is none",
        "time: {zone: Nowhere}|must be a time zone",
        "kind: purchased|must be one of view, cart, purchase",
        "delimiter: abc|must be comma, tab",
        "rules: [{reason: a, column: b}]|exactly one of missing",
        "rules: [{column: b, missing: true}]|\"rules[0].reason\" is missing",
        "rules: [{reason: a, matches: x}]|\"rules[0].column\" is missing",
        "rules: [{reason: a, column: b, matches: '('}]|must be a regular expression",
        "rules: [{reason: a, column: b, atMost: much}]|must be a number",
        "rules: 5|must be a list",
        "columns: 5|must be keys with values",
        "[1, 2]|the file must be keys with values",
        "a: b: c|line 1",
        "kind: view\\nkind: cart|Duplicate",
      })
  void aWrongKeyOrValueIsNamedWithItsPlace(String yaml, String part) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> MappingReader.parse(yaml.replace("\\n", "\n"), FILE))
        .withMessageContaining(part)
        .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
  }

  @Test
  void theSampleSaysTheSameRulesAsItsKnownFormat() {
    Sample sample = new Samples(Path.of(System.getProperty("aisle.home"))).require("online-retail");
    ColumnMapping known =
        KnownFormats.of(
                List.of(
                    "InvoiceNo",
                    "StockCode",
                    "Description",
                    "Quantity",
                    "InvoiceDate",
                    "UnitPrice",
                    "CustomerID",
                    "Country"))
            .orElseThrow()
            .mapping()
            .mapping();
    assertThat(sample.plan().mapping().columns()).isEqualTo(known.columns());
    assertThat(sample.plan().mapping().rules().orElseThrow())
        .usingRecursiveFieldByFieldElementComparator(
            RecursiveComparisonConfiguration.builder()
                .withComparatorForType(Comparator.comparing(Pattern::pattern), Pattern.class)
                .build())
        .isEqualTo(known.rules().orElseThrow());
  }

  @Test
  void theSamplesAreThereInTheirOrderWithWhatIsToldOfThem() {
    List<Sample> samples = new Samples(Path.of(System.getProperty("aisle.home"))).list();
    assertThat(samples)
        .extracting(Sample::name)
        .containsExactly("online-retail", "movielens-small", "retailrocket", "electronics-search");
    assertThat(samples).allMatch(sample -> !sample.summary().isBlank());
    assertThat(samples).allMatch(sample -> !sample.plan().licence().isBlank());
    assertThat(samples.getFirst().title()).isEqualTo("Online Retail: a year of a gift shop");
    SampleFacts facts = samples.getFirst().facts();
    assertThat(facts.counts()).containsEntry("rows", 541_909L).containsEntry("items", 4_070L);
    assertThat(facts.models())
        .containsExactly(ModelKind.POPULARITY, ModelKind.ITEM_KNN, ModelKind.EASE);
    assertThat(facts.what().in(Locale.SIMPLIFIED_CHINESE)).contains("发票");
    assertThat(samples)
        .filteredOn(sample -> !sample.facts().licence().commercial())
        .extracting(Sample::name)
        .containsExactly("movielens-small", "retailrocket");
  }

  @Test
  void aCatalogueIsWrittenAsItIsRead() {
    MappingFile mapping =
        MappingReader.readFile(
            Path.of(
                System.getProperty("aisle.home"),
                "sample-datasets",
                "electronics-search",
                "mapping.yaml"));
    MappingFile again = MappingReader.parse(MappingWriter.write(mapping), Path.of("again.yaml"));
    assertThat(again.judgements()).isEqualTo(mapping.judgements()).isPresent();
    assertThat(again.items()).isEqualTo(mapping.items());
    assertThat(again.items().orElseThrow().attributes()).contains("attributes_json");
  }
}

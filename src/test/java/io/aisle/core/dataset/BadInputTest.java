package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.Database;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each kind of bad input gives one sentence and leaves the store as it was. */
@Beside
class BadInputTest extends DatasetStore {
  private static final String GOOD =
      "user,item,time,rating\na,x,2020-01-01 00:00:00,1\nb,y,2020-01-02 00:00:00,2.5\n";

  private List<DatasetVersion> before;

  @BeforeEach
  void openWithOneDataSet() throws IOException {
    service.importFiles(plan("good", file("good.csv", GOOD)), new TestControl());
    before = service.versions();
  }

  @AfterEach
  void nothingStoredIsTouched() {
    if (database != null) {
      assertThat(service.versions()).containsAll(before);
      assertThat(service.versions())
          .allMatch(version -> version.state() == DatasetVersion.State.COMPLETE);
      assertThat(service.load(before.getFirst().id(), new TestControl()).size()).isEqualTo(2);
      database.close();
    }
  }

  private static ImportPlan plan(String name, Path... files) {
    return ImportPlan.of(name, List.of(files), MappingFile.GUESS);
  }

  private void refused(Path file, String... parts) {
    refused(plan("bad", file), parts);
  }

  private void refused(ImportPlan plan, String... parts) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.importFiles(plan, new TestControl()))
        .withMessageContainingAll(parts)
        .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("\n"));
    assertThat(service.versions()).isEqualTo(before);
  }

  private Refusal onlyRefusal(String content) throws IOException {
    service.importFiles(plan("some", file("some.csv", content)), new TestControl());
    DatasetVersion version = service.require("some");
    assertThat(version.refused().values()).containsExactly(1L);
    Refusal refusal = service.rows().refusals(version.id(), null, 1, 10).getFirst();
    assertThat(version.refused()).containsOnlyKeys(refusal.reason());
    service.remove(version.id());
    return refusal;
  }

  @Test
  void aMissingFile() {
    refused(folder.resolve("none.csv"), "none.csv does not exist", "check the path");
  }

  @Test
  void aFolderWithoutTables() throws IOException {
    refused(Files.createDirectory(folder.resolve("empty")), "empty holds no table");
  }

  @Test
  void anEmptyFile() throws IOException {
    refused(file("empty.csv", ""), "empty.csv is empty", "header");
  }

  @Test
  void aHeaderWithoutRows() throws IOException {
    refused(file("bare.csv", "user,item\n"), "bare.csv has a header but no rows");
  }

  @Test
  void aBinaryFile() throws IOException {
    Path file = Files.write(folder.resolve("image.csv"), new byte[] {'a', ',', 0, 1, 2});
    refused(file, "image.csv is no text file", "position 2");
  }

  @Test
  void anExcelFile() throws IOException {
    Path file = Files.write(folder.resolve("book.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0});
    refused(file, "book.xlsx ends in the middle of its packed data", "copy or download it again");
  }

  @Test
  void noDelimiterAtAll() throws IOException {
    refused(file("one.csv", "user\na\nb\n"), "one.csv has one column only", "delimiter");
  }

  @Test
  void aWrongDelimiterInTheMapping() throws IOException {
    Path mapping = file("mapping.yaml", "delimiter: semicolon\n");
    refused(
        ImportPlan.of("bad", List.of(file("comma.csv", GOOD)), MappingReader.readFile(mapping)),
        "comma.csv has one column only with the delimiter semicolon",
        "separated by the comma");
  }

  @Test
  void twoColumnsOfOneName() throws IOException {
    refused(file("twice.csv", "user,item,user\na,x,b\n"), "two columns named \"user\"", "1 and 3");
  }

  @Test
  void noColumnThatLooksLikeTheUser() throws IOException {
    refused(file("odd.csv", "foo,item\na,x\n"), "odd.csv looks like the user", "columns: {user");
  }

  @Test
  void aColumnThatIsNotThere() throws IOException {
    Path mapping = file("mapping.yaml", "columns: {user: usr, item: item}\n");
    refused(
        ImportPlan.of("bad", List.of(file("good2.csv", GOOD)), MappingReader.readFile(mapping)),
        "no column \"usr\" for the user",
        "nearest is \"user\"");
  }

  @Test
  void truncatedGzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      StringBuilder rows = new StringBuilder("user,item,rating\n");
      for (int i = 0; i < 60_000; i++) {
        rows.append("u").append(i * 7919 % 104_729).append(",i").append(i).append(",1\n");
      }
      zip.write(rows.toString().getBytes(StandardCharsets.UTF_8));
    }
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    refused(
        Files.write(folder.resolve("half.csv.gz"), half),
        "half.csv.gz ends in the middle of its packed data",
        "behind row ");
  }

  @Test
  void aQuoteThatIsNeverClosed() throws IOException {
    refused(
        file("quote.csv", "user,item\na,x\nb,\"y\nc,z\n"),
        "quote.csv, row 3: a quoted field is never closed");
  }

  @Test
  void everyRowRefusedNamesTheMostCommonReason() throws IOException {
    refused(
        file("all.csv", "user,item,rating\na,x,\"1,5\"\nb,y,\"2,5\"\n,z,1\n"),
        "All 3 rows of",
        "most (2) as \"bad-number\"");
  }

  @Test
  void aDataSetNameThatIsAPath() throws IOException {
    refused(plan("../etc", file("g.csv", GOOD)), "\"../etc\" cannot be used", "letters");
    refused(plan("", file("g.csv", GOOD)), "\"\" cannot be used");
  }

  @Test
  void aThirdFileThatIsMissingIsFoundBeforeTheFirstIsRead() throws IOException {
    refused(plan("bad", file("g.csv", GOOD), folder.resolve("h.csv")), "h.csv does not exist");
  }

  @Test
  void anItemFileWithoutTheNamedColumn() throws IOException {
    Path mapping =
        file(
            "mapping.yaml",
            "items: {file: items.csv, id: item, title: titel}\nfiles: [good.csv]\n");
    file("items.csv", "item,title\nx,The X\n");
    MappingFile read = MappingReader.readFile(mapping);
    refused(
        ImportPlan.of("bad", read.files(), read),
        "items.csv has no column \"titel\"",
        "nearest is \"title\"");
  }

  @Test
  void aRowTooShortIsRefused() throws IOException {
    assertThat(onlyRefusal(GOOD + "c,x\n"))
        .isEqualTo(new Refusal("some.csv", 4, "", "short-row", "c,x"));
  }

  @Test
  void aRowTooLongIsRefusedButNotForEmptyFields() throws IOException {
    assertThat(onlyRefusal(GOOD + "c,x,2020-01-01 00:00:00,1,,\nc,x,2020-01-01 00:00:00,1,boo\n"))
        .isEqualTo(new Refusal("some.csv", 5, "", "long-row", "c,x,2020-01-01 00:00:00,1,boo"));
  }

  @Test
  void aDateThatIsNoneIsRefused() throws IOException {
    assertThat(onlyRefusal(GOOD + "c,x,2020-02-30 00:00:00,1\n"))
        .isEqualTo(new Refusal("some.csv", 4, "time", "bad-time", "c,x,2020-02-30 00:00:00,1"));
  }

  @Test
  void aNumberWithACommaIsRefused() throws IOException {
    assertThat(onlyRefusal(GOOD + "c,x,2020-01-03 00:00:00,\"1,5\"\n"))
        .isEqualTo(
            new Refusal("some.csv", 4, "rating", "bad-number", "c,x,2020-01-03 00:00:00,\"1,5\""));
  }

  @Test
  void aRowWithoutUserOrItemIsRefused() throws IOException {
    assertThat(onlyRefusal(GOOD + " ,x,2020-01-03 00:00:00,1\n").reason())
        .isEqualTo("missing-user");
    assertThat(onlyRefusal(GOOD + "c,,2020-01-03 00:00:00,1\n").reason()).isEqualTo("missing-item");
    assertThat(onlyRefusal(GOOD + "c,x,,1\n").reason()).isEqualTo("missing-time");
  }

  @Test
  void aFieldOfFiveMegabytesIsRefusedAndItsRawLineCut() throws IOException {
    String huge = "z".repeat(5_000_000);
    Refusal refusal =
        onlyRefusal(
            GOOD + "c," + huge + ",2020-01-03 00:00:00,1\n" + "d,x,2020-01-03 00:00:00,1\n");
    assertThat(refusal.reason()).isEqualTo("field-too-long");
    assertThat(refusal.column()).isEqualTo("item");
    assertThat(refusal.rawLine()).hasSize(2_000).startsWith("c,zzz");
  }

  @Test
  void aRowInAnotherEncodingThanTheFileIsRefused() throws IOException {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes((GOOD + "杯子杯子,x,2020-01-03 00:00:00,1\n").getBytes(StandardCharsets.UTF_8));
    mixed.writeBytes("caf\u00e9,x,2020-01-03 00:00:00,1\n".getBytes(StandardCharsets.ISO_8859_1));
    Path file = Files.write(folder.resolve("mixed.csv"), mixed.toByteArray());
    service.importFiles(plan("mixed", file), new TestControl());
    assertThat(service.require("mixed").refused()).containsExactly(entry("bad-encoding", 1L));
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() throws IOException {
    service.importFiles(plan("bom", file("bom.csv", "\uFEFF" + GOOD)), new TestControl());
    assertThat(service.require("bom").events()).isEqualTo(2);
    byte[] utf16 = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE);
    Path wide = Files.write(folder.resolve("wide.csv"), utf16);
    service.importFiles(plan("wide", wide), new TestControl());
    assertThat(service.require("wide").events()).isEqualTo(2);
  }

  @Test
  void aCancelledImportLeavesNothing() throws IOException {
    StringBuilder rows = new StringBuilder("user,item,rating\n");
    for (int i = 0; i < 45_000; i++) {
      rows.append("u").append(i % 999).append(",i").append(i % 77).append(",1\n");
    }
    Path file = file("long.csv", rows.toString());
    TestControl cancelled = new TestControl(p -> p.phase().equals("reading") && p.fraction() > 0.5);
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> service.importFiles(plan("long", file), cancelled));
    assertThat(service.versions()).isEqualTo(before);
    assertThat(service.newest("long")).isEqualTo(Optional.empty());
  }

  @Test
  void anUnknownDataSetNamesTheNearest() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.require("goof"))
        .withMessageContaining("nearest is \"good\"");
  }

  @Test
  void aSecondOpenerIsToldTheHoldersPid() {
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> Database.open(folder.resolve("store")).close())
        .withMessageContaining("process " + ProcessHandle.current().pid());
  }

  @Test
  void aGuessSaysWhyAndWhatItSaw() throws IOException {
    MappingGuess guess = MappingGuesser.guess(file("g.csv", GOOD), ColumnMapping.GUESS);
    assertThat(guess.columns())
        .extracting(column -> column.header() + "=" + column.role().orElseThrow().id())
        .containsExactly("user=user", "item=item", "time=time", "rating=value");
    assertThat(guess.firstRows()).hasSize(2);
    assertThat(guess.notes()).anyMatch(note -> note.contains("separated by the comma"));
    assertThat(guess.mapping()).isNotEqualTo(ColumnMapping.GUESS);
  }
}

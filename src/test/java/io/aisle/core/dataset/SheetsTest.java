package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.data.FileForm;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.testkit.Workbooks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A workbook is read by the same sheet whoever reads it. */
@Beside
class SheetsTest extends DatasetStore {
  private static final String ABOUT = "remark\norders of May";
  private static final String PRODUCTS = "item,title\na,Lamp\nb,Desk";
  private static final String ORDERS = "user,item,time\nu1,a,2024-05-01\nu2,b,2024-05-02";
  private static final String RETURNS = "user,item,time\nu3,c,2024-05-03";

  private Path workbook(String name, String... namesAndRows) throws IOException {
    return Workbooks.write(folder.resolve(name), namesAndRows);
  }

  private List<String> users(Path file, MappingFile mapping) {
    service.importFiles(ImportPlan.of("shop", List.of(file), mapping), new TestControl());
    return users();
  }

  private List<String> users() {
    return service.load(service.require("shop").id(), new TestControl()).catalogue().users();
  }

  private Optional<String> stored() {
    String plan = service.plan(service.require("shop").id()).plan();
    return MappingReader.parse(plan, Path.of("stored")).mapping().form().sheet();
  }

  @Test
  void theFirstSheetWithEventsIsMeantByTheImportAndByTheLook() throws IOException {
    Path file =
        workbook(
            "a.xlsx", "About", ABOUT, "Products", PRODUCTS, "Orders", ORDERS, "Returns", RETURNS);
    assertThat(service.look(file, FileForm.GUESS).form().sheet()).contains("Orders");
    assertThat(users(file, MappingFile.GUESS)).containsExactly("u1", "u2");
    assertThat(stored()).contains("Orders");
    assertThat(service.sort(List.of(file)).events()).containsExactly(file);
  }

  @Test
  void namedColumnsFindTheirSheet() throws IOException {
    Path file =
        workbook(
            "a.xlsx", "Orders", ORDERS, "Log", ORDERS.replace("user", "who").replace("u", "v"));
    MappingFile mapping =
        MappingReader.readFile(file("m.yaml", "columns: {user: who, item: item, time: time}\n"));
    assertThat(users(file, mapping)).containsExactly("v1", "v2");
  }

  @Test
  void aSheetThatIsNamedIsTaken() throws IOException {
    Path file = workbook("a.xlsx", "Orders", ORDERS, "Returns", RETURNS);
    assertThat(users(file, MappingFile.GUESS)).containsExactly("u1", "u2");
    assertThat(stored()).isEmpty(); // its first
    assertThat(users(file, MappingFile.GUESS.withSheet("Returns"))).containsExactly("u3");
    assertThat(stored()).contains("Returns");
  }

  @Test
  void reviewsInTheEventsAreReadFromTheirSheet() throws IOException {
    Path file =
        workbook(
            "a.xlsx",
            "About",
            ABOUT,
            "Rated",
            "user,item,rating,time,review\nu1,a,5,2024-05-01,fine lamp");
    assertThat(users(file, MappingFile.GUESS)).containsExactly("u1");
    assertThat(service.rows().knowledge(service.require("shop").id()).reviews()).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatIs() throws IOException {
    Path file = workbook("a.xlsx", "Orders", ORDERS, "Returns", RETURNS);
    assertThatThrownBy(() -> users(file, MappingFile.GUESS.withSheet("Oders")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "%s has no sheet \"Oders\"; its sheets are [Orders, Returns]: name one of these."
                .formatted(file));
    Path text = file("a.csv", ORDERS);
    assertThatThrownBy(() -> users(text, MappingFile.GUESS.withSheet("Orders")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is no Excel workbook");
    assertThat(service.versions()).isEmpty();
  }

  @Test
  void anAppendReadsTheSheetAsBeforeOrThatWhichHasEvents() throws IOException {
    users(
        workbook("may.xlsx", "Other", RETURNS, "May", ORDERS), MappingFile.GUESS.withSheet("May"));
    append(
        workbook("more.xlsx", "Other", RETURNS, "May", ORDERS.replace("u2", "u5")),
        Optional.empty());
    assertThat(users()).containsExactly("u1", "u2", "u5");
    Path june =
        workbook("june.xlsx", "About", ABOUT, "June", ORDERS.replace("u2", "u6"), "Back", RETURNS);
    append(june, Optional.empty());
    assertThat(users()).containsExactly("u1", "u2", "u5", "u6");
    append(june, Optional.of("Back"));
    assertThat(users()).containsExactly("u1", "u2", "u5", "u6", "u3");
    append(file("july.csv", ORDERS.replace("u2", "u7")), Optional.empty());
    assertThat(users()).endsWith("u7");
  }

  @Test
  void besideNamedEventsOtherWorkbooksAreReadFromTheirFirstSheet() throws IOException {
    Path orders = workbook("o.xlsx", "Products", PRODUCTS, "Orders", ORDERS);
    Path products = workbook("p.xlsx", "2024", PRODUCTS, "2023", PRODUCTS.replace("Lamp", "Old"));
    service.importFiles(
        ImportPlan.of("shop", List.of(orders, products), MappingFile.GUESS.withSheet("Orders")),
        new TestControl());
    assertThat(users()).containsExactly("u1", "u2");
    assertThat(titles()).containsExactly("Lamp", "Desk");
  }

  private List<String> titles() {
    return service.load(service.require("shop").id(), new TestControl()).catalogue().titles();
  }

  @Test
  void aSheetIsNotNamedOfFilesWithoutEvents() throws IOException {
    Path file = workbook("p.xlsx", "2023", PRODUCTS, "2024", PRODUCTS.replace("Lamp", "New"));
    Path text = file("p.csv", PRODUCTS);
    String why =
        "No events in %s, and a sheet (\"2024\") can be named only of events: leave it out, or save"
            + " that sheet as a file of its own.";
    for (Path each : List.of(file, text)) {
      assertThatThrownBy(() -> users(each, MappingFile.GUESS.withSheet("2024")))
          .isInstanceOf(InputException.class)
          .hasMessage(why.formatted(each));
    }
    assertThat(service.versions()).isEmpty();
    users(file("a.csv", ORDERS), MappingFile.GUESS);
    for (Path each : List.of(file, text)) {
      assertThatThrownBy(() -> append(each, Optional.of("2024")))
          .isInstanceOf(InputException.class)
          .hasMessage(why.formatted(each));
    }
    append(file, Optional.empty());
    assertThat(titles()).containsExactly("Lamp", "Desk");
  }

  private void append(Path file, Optional<String> sheet) {
    AppendPlan plan =
        new AppendPlan(service.require("shop").id(), List.of(file), Optional.empty(), false);
    service.append(plan.withSheet(sheet), new TestControl());
  }
}

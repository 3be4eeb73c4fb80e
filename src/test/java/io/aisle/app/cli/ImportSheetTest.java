package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import io.aisle.testkit.Workbooks;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aisle import --sheet}. */
class ImportSheetTest {
  private static final String HEADER = "user,item,time\n";

  @TempDir Path folder;

  private CommandRun imported(Path file, String... more) {
    String[] line = new String[4 + more.length];
    System.arraycopy(new String[] {"import", file.toString(), "--dataset", "shop"}, 0, line, 0, 4);
    System.arraycopy(more, 0, line, 4, more.length);
    return CommandRun.of(folder.resolve("workspace"), line);
  }

  @Test
  void aSheetIsNamedAndAWrongNameIsToldTheOthers() throws IOException {
    Path file =
        Workbooks.write(
            folder.resolve("may.xlsx"),
            "Orders",
            HEADER + "u1,a,2024-05-01\nu2,a,2024-05-02",
            "Returns",
            HEADER + "u3,b,2024-05-03");
    assertThat(imported(file).done()).startsWith("shop, version 1: 2 users, 1 items");
    assertThat(imported(file, "--sheet", "Returns").done())
        .startsWith("shop, version 2: 1 users, 1 items");
    assertThat(imported(file, "--sheet", "Orders", "--append").done())
        .startsWith("shop, version 3: 3 users, 2 items");
    CommandRun wrong = imported(file, "--sheet", "Oders");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("may.xlsx has no sheet \"Oders\"", "[Orders, Returns]");
  }
}

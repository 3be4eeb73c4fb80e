package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code aisle import} says of files with a row for each property of an item. */
class ImportPropertiesTest {
  @TempDir Path folder;

  private String imported(String properties) throws IOException {
    Path events = Files.writeString(folder.resolve("e.csv"), "user,item\na,p1\nb,p2\n");
    Path rows = Files.writeString(folder.resolve("p.csv"), properties);
    return CommandRun.of(
            folder.resolve("workspace"),
            "import",
            events.toString(),
            rows.toString(),
            "--dataset",
            "shop")
        .done();
  }

  @Test
  void whereNoValueWasTakenNothingIsSaidOfTimes() throws IOException {
    String head = "item,property,value,timestamp\n";
    assertThat(imported(head + "p1,size,3,2024-05-06\n"))
        .contains("1 properties of 1 items: the latest value of each");
    assertThat(imported(head + "p7,size,3,2024-05-06\n"))
        .contains("properties: of items that are not there")
        .doesNotContain("properties of 0 items");
    assertThat(imported("item,property,value\np1,size,3\n"))
        .contains("1 properties of 1 items: the last value of each, as the files say no times");
  }
}

package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.JobControl;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of rows, as another program would read them. */
class CsvExportTest {
  @TempDir Path folder;

  private static final List<List<String>> ROWS =
      List.of(
          List.of("=HYPERLINK(\"http://x\")", "-5.5", "a, b"),
          List.of("+1 free", "-3", "@home"),
          List.of("-x", "1.0E-5", ""));

  private static final CsvExport.Source SOURCE =
      new CsvExport.Source() {
        @Override
        public List<String> header() {
          return List.of("item", "quantity", "title");
        }

        @Override
        public long size(JobControl control) {
          return ROWS.size();
        }

        @Override
        public List<List<String>> page(long from, int count) {
          return ROWS.subList((int) from, (int) from + count);
        }
      };

  @Test
  void textsThatASpreadsheetWouldRunAreHarmlessAndNumbersStayNumbers() throws IOException {
    Path file = folder.resolve("rows.csv");
    assertThat(CsvExport.write(file, SOURCE, new TestControl())).isEqualTo(3);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "item,quantity,title",
            "\"'=HYPERLINK(\"\"http://x\"\")\",-5.5,\"a, b\"",
            "'+1 free,-3,'@home",
            "'-x,1.0E-5,");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}

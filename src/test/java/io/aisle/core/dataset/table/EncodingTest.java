package io.aisle.core.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.FileForm;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Beside
class EncodingTest {
  private static final String CHINESE =
      """
      用户,商品,时间,名称
      u1,1001,2024-01-01 10:00:00,保温杯
      u2,1002,2024-01-02 11:30:00,双肩包（黑色）
      u3,1003,2024-01-03 12:45:00,无线鼠标
      """;

  private static final String GERMAN =
      "user,item,title\nu1,1,Grüne Schüssel\nu2,2,Weiße Tasse für Kaffee\nu3,3,Müslischale\n";

  @TempDir Path folder;

  private List<List<String>> rows(Path file, FileForm form) {
    List<List<String>> rows = new ArrayList<>();
    try (RowSource source = TableFile.of(file, form).open()) {
      rows.add(source.header());
      while (source.next()) {
        rows.add(source.fields());
      }
    }
    return rows;
  }

  private Path file(String text, String encoding, String mark) throws IOException {
    byte[] bytes = (mark + text).getBytes(Charset.forName(encoding));
    return Files.write(folder.resolve("file.csv"), bytes);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "GBK", "UTF-16LE", "UTF-16BE"})
  void chineseIsReadWithoutAWordAboutItsEncoding(String encoding) throws IOException {
    List<List<String>> rows = rows(file(CHINESE, encoding, ""), FileForm.GUESS);
    assertThat(rows.getFirst()).containsExactly("用户", "商品", "时间", "名称");
    assertThat(rows.get(2)).containsExactly("u2", "1002", "2024-01-02 11:30:00", "双肩包（黑色）");
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void aByteOrderMarkSaysTheEncoding(String encoding) throws IOException {
    List<List<String>> rows = rows(file(CHINESE, encoding, "\uFEFF"), FileForm.GUESS);
    assertThat(rows.getFirst().getFirst()).isEqualTo("用户");
    assertThat(rows).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"windows-1252", "ISO-8859-1", "UTF-8"})
  void westernTextIsNotTakenForChinese(String encoding) throws IOException {
    assertThat(rows(file(GERMAN, encoding, ""), FileForm.GUESS).get(2).get(2))
        .isEqualTo("Weiße Tasse für Kaffee");
  }

  @Test
  void whatTheMappingSaysIsObeyed() throws IOException {
    FileForm form =
        new FileForm(
            FileForm.GUESS.delimiter(),
            FileForm.GUESS.quote(),
            Optional.of(Charset.forName("Shift_JIS")),
            List.of(),
            FileForm.GUESS.sheet());
    assertThat(rows(file("user,item\nu,時計\n", "Shift_JIS", ""), form).get(1))
        .containsExactly("u", "時計");
  }

  @Test
  void oneWrongByteDoesNotMakeAnotherEncodingOfUtf8() throws IOException {
    byte[] text = (CHINESE + "u4,1004,2024-01-04 09:00:00,x\n").getBytes("UTF-8");
    text[text.length - 2] = (byte) 0xe9;
    Path file = Files.write(folder.resolve("file.csv"), text);
    assertThat(rows(file, FileForm.GUESS).get(1).get(3)).isEqualTo("保温杯");
  }
}

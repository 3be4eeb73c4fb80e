package io.aisle.core.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may belong to a person or a business goes; what the program says of itself stays. */
class RedactorTest {
  private static final Set<String> IDS = Set.of("anna", "POST", "müller");
  private static final Redactor REDACTOR =
      new Redactor(
          Set.of("/home/ana", "ana", "box-17", "spring shop", "D:\\Kunden Müller"),
          words -> words.stream().filter(IDS::contains).collect(Collectors.toSet()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        // folders and files
        "/home/ana/shop/sales.csv, row 7: no user | <path>, row 7: no user",
        "/home/ana/My Data/Sales 2024/a.csv has no header | <path> has no header",
        "cannot write /mnt/Customers/list.xlsx | cannot write <path>",
        "C:\\Users\\Ana\\data.csv is locked | <path> is locked",
        "D:\\Kunden Müller is full | <path> is full",
        "the folder data/ana-export was moved | the folder <path> was moved",
        "jdbc:h2:retry:/home/ana/ws/store/aisle failed | jdbc:<n>:retry:<path> failed",
        "see https://shop.example.com/u?id=5 | see <address>",
        "customers.tsv is empty | <file> is empty",
        // people and machines
        "mail to ana.lopez@shop.example failed | mail to <mail> failed",
        "started by ana on box-17 | started by <name> on <name>",
        "started by Ana on BOX-17 | started by <name> on <name>",
        // data sets, ids, values
        "import spring shop: failed | import <name>: failed",
        "user anna has no history | user <id> has no history",
        "item POST is unknown | item <id> is unknown",
        "user müller is unknown | user <id> is unknown",
        "user 17850 has no history | user <n> has no history",
        "item 85123A is unknown | item <n> is unknown",
        "user u-44_b is unknown | user <n> is unknown",
        "the column \"Customer Name\" has no times | the column \"<value>\" has no times",
        "unknown kind 'gift card' in it | unknown kind \"<value>\" in it",
        "列“客户姓名”不存在 | 列\"<value>\"不存在",
        "such as \"a \"\"b\"\" c\" here | such as \"<value>\"\"<value>\"\"<value>\" here",
        "the value \"Anna Lopez, Calle | the value <value>",
        "born 1985-03-17 in it | born <n> in it",
        "card 4111 1111 1111 1111 used | card <n> <n> <n> <n> used",
        "phone +34-600-123456 | phone <n>",
        // what the program says of itself
        "read: failed, 7K2Q-X0MD | read: failed, 7K2Q-X0MD",
        "took 12.5 s and 340 MB, 20 epochs | took 12.5 s and 340 MB, 20 epochs",
        "row 17: 3 fields | row 17: <n> fields",
        "the worker ended with code 137 | the worker ended with code 137",
        "io.aisle.store.Database could not | io.aisle.store.Database could not",
        "H2 says UTF-8 and SHA-256 | H2 says UTF-8 and SHA-256",
        "it doesn't fit the users' lists | it doesn't fit the users' lists",
      })
  void whatMayBelongToSomebodyGoes(String text, String cleaned) {
    assertThat(REDACTOR.clean(text)).isEqualTo(cleaned);
  }

  @Test
  void nothingOfThisMachineIsLeft() {
    Redactor redactor = new Redactor(MachineNames.all(), words -> Set.of());
    String home = System.getProperty("user.home");
    String user = System.getProperty("user.name");
    String cleaned = redactor.clean("%s/x y/z by %s".formatted(home, user));
    assertThat(cleaned).doesNotContain(home).isEqualTo("<path> by <name>");
    assertThat(redactor.mentions(cleaned)).isFalse();
    assertThat(redactor.mentions("by " + user)).isTrue();
  }
}

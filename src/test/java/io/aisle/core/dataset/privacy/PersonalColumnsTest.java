package io.aisle.core.dataset.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.PersonalKind;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@Beside
class PersonalColumnsTest {
  private static Map<String, PersonalKind> kinds(String header, String... rows) {
    return of(header, rows).stream()
        .collect(Collectors.toMap(PersonalColumn::column, PersonalColumn::kind));
  }

  private static List<PersonalColumn> of(String header, String... rows) {
    return PersonalColumns.of(
        "a.csv",
        List.of(header.split("\\|", -1)),
        Arrays.stream(rows).map(row -> List.of(row.split("\\|", -1))).toList());
  }

  @Test
  void whatIsOftenInExportsIsFound() {
    assertThat(
            kinds(
                "id|contact|mobile|sfz|ipAddress|shipTo|customerName|name",
                "1|ann@example.org|13812345678|11010519491231002X|10.0.0.1|12 Main Street|ann l|Ann"
                    + " Lee",
                "2|bob@example.org|+86 139 1234 5678|440524188001010014|10.0.0.2|7 Old Mill"
                    + " Road|bobby|Bob Fox",
                "3|-|15012345678||fe80::1|9 High St|Q R|J. Doe"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "contact", PersonalKind.EMAIL,
                "mobile", PersonalKind.PHONE,
                "sfz", PersonalKind.ID_CARD,
                "ipAddress", PersonalKind.IP,
                "shipTo", PersonalKind.ADDRESS,
                "customerName", PersonalKind.NAME,
                "name", PersonalKind.NAME));
  }

  @Test
  void chineseExportsAreReadToo() {
    assertThat(
            kinds(
                "编号|姓名|手机号|收货地址|邮箱",
                "1|王小明|13812345678|北京市海淀区中关村大街27号|a@example.cn",
                "2|李娜|13912345678|上海市浦东新区世纪大道100号|b@example.cn"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "姓名", PersonalKind.NAME,
                "手机号", PersonalKind.PHONE,
                "收货地址", PersonalKind.ADDRESS,
                "邮箱", PersonalKind.EMAIL));
  }

  @Test
  void numbersTimesTitlesAndPlainIdsAreNot() {
    assertThat(
            of(
                "user_id|item_id|timestamp|millis|name|product_name|brand|price|order",
                "13812|110105194912310021|1600000000|1600000000123|INFLATABLE GLOBE|Red"
                    + " Shirt|Acme|12.50|536365",
                "13813|110105194912310022|1600000001|1600000000124|Blue cup, 4.5 cm|Old"
                    + " Lamp|Zeta|1.00|536366"))
        .isEmpty();
  }

  @Test
  void theReasonTheShareAndMaskedExamplesAreGiven() {
    PersonalColumn found = of("mail|n", "ann@example.org|1", "|2", "bob@example.org|3").getFirst();
    assertThat(found.share()).isBetween(0.66, 0.67);
    assertThat(found.reason())
        .isEqualTo("Its name and 100 % of its values look like e-mail addresses.");
    assertThat(found.examples()).containsExactly("a***@e***", "b***@e***");
  }

  @Test
  void anIdentityCardHasACheckAndABirthday() {
    assertThat(IdCard.is("11010519491231002X")).isTrue();
    assertThat(IdCard.is("440524188001010014")).isTrue();
    assertThat(IdCard.is("110105194912310021")).isFalse();
    assertThat(IdCard.is("11010519491331002X")).isFalse();
    assertThat(IdCard.is("1101051949123100")).isFalse();
  }
}

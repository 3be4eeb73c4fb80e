package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Beside
class StoredAttributesTest extends DatasetStore {
  @Test
  void ofVeryManyValuesThoseThatMostItemsHaveAreLookedAt() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("rare", 5);
    counts.put("usual", 2_500_000);
    counts.put("common", 1_400_000);
    counts.put("some", 200_000);
    assertThat(StoredAttributes.most(counts, 3_000_000)).containsExactly("usual", "common");
    assertThat(StoredAttributes.most(Map.of("a", 3, "b", 2), 3))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(StoredAttributes.most(counts, 20_000_000)).containsExactly("usual");
  }

  @Test
  void attributesAreReadByNameAndNoneThatIsNotThere() throws IOException {
    service.importFiles(
        ImportPlan.of(
            "set",
            List.of(
                file("events.csv", "user,item\na,p1\nb,p2\nb,p3\n"),
                file("items.csv", "item,title,brand,size\np1,Lamp,Acme,3\np2,Desk,,4\n"),
                file("users.csv", "user,age\na,30\n")),
            MappingFile.GUESS),
        new TestControl());
    DatasetVersion version = service.require("set");
    StoredAttributes stored = service.attributes();
    assertThat(stored.itemNames(version, new TestControl())).containsExactly("brand", "size");
    assertThat(stored.userNames(version)).containsExactly("age");
    assertThat(stored.of(version, List.of("brand", "colour")).items())
        .isEqualTo(Map.of("p1", Map.of("brand", "Acme")));
    assertThat(service.attributes(version.id()).items())
        .isEqualTo(Map.of("p1", Map.of("brand", "Acme", "size", "3"), "p2", Map.of("size", "4")));
  }
}

package io.aisle.core.dataset;

import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.ItemRow;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Files with a row for each property of an item, written in the exact shape of Retailrocket's
 * item_properties_part1.csv and category_tree.csv, which are not among the samples.
 */
abstract class PropertyStore extends DatasetStore {
  static final String EVENTS =
      """
      timestamp,visitorid,event,itemid,transactionid
      1433221332117,257597,view,355908,
      1433224214164,992329,view,248676,
      1433221999827,111016,addtocart,318965,
      1433221955914,483717,view,253185,
      """;
  static final String PART1 =
      """
      timestamp,itemid,property,value
      1435460400000,355908,categoryid,1338
      1441508400000,248676,888,1116713 960601 n277.200
      1439089200000,355908,400,n552.000 639502 n720.000 424566
      1431226800000,248676,790,n15360.000
      1431831600000,355908,917,828513
      1436065200000,460429,888,1154859
      """;
  static final String PART2 =
      """
      timestamp,itemid,property,value
      1431226800000,355908,categoryid,209
      1442113200000,355908,917,828514
      1433041200000,248676,available,0
      1442113200000,248676,available,1
      1432000000000,318965,categoryid,1691
      """;
  static final String TREE =
      """
      categoryid,parentid
      1338,213
      213,140
      140,
      1691,1692
      1692,1691
      """;

  ImportSummary imported(Path... files) {
    return service.importFiles(
        ImportPlan.of("set", List.of(files), MappingFile.GUESS), new TestControl());
  }

  ImportSummary mapped(String mapping, Path... files) throws IOException {
    MappingFile read = MappingReader.readFile(file("mapping.yaml", mapping));
    return service.importFiles(ImportPlan.of("set", List.of(files), read), new TestControl());
  }

  Map<String, ItemRow> items() {
    long version = service.require("set").id();
    return service.rows().items(version, 1, 100).stream()
        .collect(Collectors.toMap(ItemRow::item, row -> row));
  }
}

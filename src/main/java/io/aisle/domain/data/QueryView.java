package io.aisle.domain.data;

import java.util.List;

/**
 * A view that can be queried with SQL.
 *
 * @param name as it is written in a query on the chosen version
 * @param shared whether it is of the whole workspace and not of one version
 */
public record QueryView(String name, boolean shared, List<TableHead> columns) {
  public QueryView {
    columns = List.copyOf(columns);
  }
}

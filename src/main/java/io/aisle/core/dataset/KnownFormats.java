package io.aisle.core.dataset;

import io.aisle.domain.OperationException;
import io.aisle.domain.data.ColumnMapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Formats that are recognised by their header, with the rules that go with them. Each is a mapping
 * file among the program's resources.
 */
final class KnownFormats {
  private record Format(List<String> header, String resource) {}

  private static final List<Format> FORMATS =
      List.of(
          new Format(
              List.of(
                  "InvoiceNo",
                  "StockCode",
                  "Description",
                  "Quantity",
                  "InvoiceDate",
                  "UnitPrice",
                  "CustomerID",
                  "Country"),
              "formats/online-retail.yaml"));

  private KnownFormats() {}

  static Optional<ColumnMapping> of(List<String> header) {
    return FORMATS.stream()
        .filter(format -> format.header.equals(header))
        .findFirst()
        .map(format -> read(format.resource));
  }

  private static ColumnMapping read(String resource) {
    try (InputStream in = KnownFormats.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new OperationException(
            "The program is incomplete: " + resource + " is missing; install Aisle again.");
      }
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return MappingReader.parse(yaml, Path.of(resource)).mapping();
    } catch (IOException e) {
      throw new OperationException(
          "The program is damaged: " + resource + " cannot be read; install Aisle again.", e);
    }
  }
}

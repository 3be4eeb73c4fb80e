/** Tables in files: text, JSON, Parquet and Excel, packed or in archives, all read as rows. */
package io.aisle.core.dataset.table;

/** Queries of the analyst on views of the store: run, page, sort, export. */
package io.aisle.core.sql;

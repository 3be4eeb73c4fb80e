/** Prints the pages of reports. */
package io.aisle.core.report.print;

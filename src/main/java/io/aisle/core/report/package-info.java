/** The report: one HTML file with every figure, its origin and how to get it again. */
package io.aisle.core.report;

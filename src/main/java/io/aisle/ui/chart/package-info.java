/** Charts drawn on a canvas; their colours come from the stylesheets. */
package io.aisle.ui.chart;

/** The first start: samples to begin with, and a guide through the first minute. */
package io.aisle.ui.start;

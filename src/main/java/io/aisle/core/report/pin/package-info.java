/** Views that an analyst keeps for a report. */
package io.aisle.core.report.pin;

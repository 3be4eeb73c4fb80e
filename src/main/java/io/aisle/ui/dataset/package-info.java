/** The Data screen: data sets, imports, what was refused, events and a profile. */
package io.aisle.ui.dataset;

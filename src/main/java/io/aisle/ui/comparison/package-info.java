/** The Compare screen: runs of one protocol with intervals and tests. */
package io.aisle.ui.comparison;

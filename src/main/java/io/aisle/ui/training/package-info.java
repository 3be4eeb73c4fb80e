/** The Train screen: what to train, forms made of parameter records, live curves, runs. */
package io.aisle.ui.training;

/** The Items screen: what is alike to a model, as lists and as a map. */
package io.aisle.ui.items;

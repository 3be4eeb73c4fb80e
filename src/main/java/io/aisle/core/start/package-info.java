/** A first look at a sample: what one click brings. */
package io.aisle.core.start;

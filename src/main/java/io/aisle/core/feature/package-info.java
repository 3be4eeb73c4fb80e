/** Attributes of users and items as numbers that models can read. */
package io.aisle.core.feature;

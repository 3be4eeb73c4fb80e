/** Why a model shows an item to a user. */
package io.aisle.core.explanation;

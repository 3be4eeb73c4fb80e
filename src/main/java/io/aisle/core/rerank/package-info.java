/** Turns declared rules about lists into steps over the items of a catalogue. */
package io.aisle.core.rerank;

/** What a run recommends to everyone, written for other programs and for people. */
package io.aisle.core.export;

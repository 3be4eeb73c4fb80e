/** Run bundles: one run as one file, to hand over. */
package io.aisle.core.bundle;

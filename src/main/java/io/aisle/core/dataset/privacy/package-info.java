/** Personal data in files that are imported: how it is found, masked and replaced. */
package io.aisle.core.dataset.privacy;

/** The Settings screen. */
package io.aisle.ui.settings;

/** Keeps settings in files of the workspace. */
package io.aisle.core.settings;
